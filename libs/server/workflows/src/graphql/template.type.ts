import { JsonScalar } from '@millrace/server-platform';
import type { Json, WorkflowDocument } from '@millrace/workflow-model';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { WorkflowTemplate } from '../templates/template';

/** A workflow to begin with. */
@ObjectType('Template', { description: 'A workflow to begin with; it ships with the product.' })
export class TemplateType implements WorkflowTemplate {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field()
  description: string;

  @Field(() => [String])
  tags: readonly string[];

  @Field(() => [String], { description: 'Types of its nodes, each once, in the order of the document.' })
  nodeTypes: readonly string[];

  @Field(() => Int)
  nodeCount: number;

  @Field(() => JsonScalar, { description: 'The workflow document.' })
  document: WorkflowDocument;

  @Field(() => JsonScalar, { nullable: true, description: 'A sample to start it with.' })
  payload: Json;
}

/** The template as GraphQL shows it. */
export function toTemplate(template: WorkflowTemplate): TemplateType {
  return { ...template, nodeCount: template.document.nodes.length };
}
