import { Requires } from '@millrace/server-identity';
import { payloadOf } from '@millrace/server-platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AssistantModel } from '../assistant-model';
import { AutoConfigureNode } from '../auto-configure-node';
import { DraftWorkflow } from '../draft-workflow';
import {
  AssistantStatusType,
  AutoConfigureNodePayload,
  ConfigureContextInput,
  DraftWorkflowPayload,
} from './assistant.type';

/** Magic Input over GraphQL. */
@Resolver()
export class AssistantResolver {
  constructor(
    private readonly model: AssistantModel,
    private readonly nodes: AutoConfigureNode,
    private readonly workflows: DraftWorkflow,
  ) {}

  @Requires('workflow:read')
  @Query(() => AssistantStatusType, {
    description: 'Whether there is a model behind Magic Input, and what to set when there is none.',
  })
  assistantStatus(): AssistantStatusType {
    return this.model.status();
  }

  @Requires('workflow:write', 'credential:use')
  @Mutation(() => AutoConfigureNodePayload, {
    description: 'Fills in a node from a sentence. A model sees schemas, never data or secrets. Nothing is stored.',
  })
  autoConfigureNode(
    @Args('nodeType') nodeType: string,
    @Args('intent') intent: string,
    @Args('context', { nullable: true }) context?: ConfigureContextInput,
  ): Promise<AutoConfigureNodePayload> {
    const { upstream = [], filled = [], trigger } = context ?? {};
    const request = { nodeType, intent, upstream, filled, ...(trigger === undefined ? {} : { trigger }) };
    return payloadOf(() => this.nodes.configure(request));
  }

  @Requires('workflow:write', 'credential:use')
  @Mutation(() => DraftWorkflowPayload, {
    description: 'Drafts a workflow from a description. Nothing is stored.',
  })
  draftWorkflow(@Args('description') description: string): Promise<DraftWorkflowPayload> {
    return payloadOf(() => this.workflows.draft(description));
  }
}
