import { CurrentActor, Requires, type Actor } from '@millrace/server-identity';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Templates } from '../templates/templates';
import { TemplateType, toTemplate } from './template.type';
import { workflowPayload } from './workflow-errors.mapping';
import { WorkflowCreateFromTemplatePayload, type WorkflowPayload } from './workflow.payloads';

/** Workflows to begin with. */
@Resolver(() => TemplateType)
export class TemplatesResolver {
  constructor(private readonly catalogue: Templates) {}

  @Requires('workflow:read')
  @Query(() => [TemplateType], { description: 'Workflows that ship with the product, by name.' })
  templates(): TemplateType[] {
    return this.catalogue.all().map(toTemplate);
  }

  @Requires('workflow:read')
  @Query(() => TemplateType, { nullable: true })
  template(@Args('id', { type: () => ID }) id: string): TemplateType | null {
    const found = this.catalogue.find(id);
    return found ? toTemplate(found) : null;
  }

  @Requires('workflow:write')
  @Mutation(() => WorkflowCreateFromTemplatePayload, { description: 'Makes a workflow out of a template.' })
  workflowCreateFromTemplate(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('name', { type: () => String, nullable: true }) name?: string | null,
  ): Promise<WorkflowPayload> {
    return workflowPayload(() => this.catalogue.use(actor, id, name ?? undefined));
  }
}
