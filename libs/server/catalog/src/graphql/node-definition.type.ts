import type {
  CredentialSlot,
  Json,
  JsonObject,
  NodeCategory,
  NodeDefinitionData,
  NodeEffect,
} from '@millrace/workflow-model';
import { JsonScalar } from '@millrace/server-platform';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** Where in the palette a node stands. */
export const NodeCategoryEnum: Record<string, NodeCategory> = {
  TRIGGER: 'trigger',
  ACTION: 'action',
  LOGIC: 'logic',
  OUTPUT: 'output',
};
registerEnumType(NodeCategoryEnum, { name: 'NodeCategory', description: 'Where in the palette a node stands.' });

/** What from outside starts a run. */
export const TriggerSourceEnum = {
  WEBHOOK: 'webhook',
  SCHEDULE: 'schedule',
  EVENT: 'event',
  ERROR: 'error',
  FORM: 'form',
} as const;
registerEnumType(TriggerSourceEnum, { name: 'TriggerSource', description: 'What from outside starts a run.' });

/** When a node with several incoming edges starts. */
export const NodeJoinEnum = { ALL: 'all', ANY: 'any' } as const;
registerEnumType(NodeJoinEnum, { name: 'NodeJoin', description: 'When a node with several incoming edges starts.' });

/** What a node does to the world outside of its run. */
export const NodeEffectEnum: Record<string, NodeEffect> = { NONE: 'none', READ: 'read', WRITE: 'write' };
registerEnumType(NodeEffectEnum, {
  name: 'NodeEffect',
  description: 'What a node does to the world outside of its run.',
});

/** A place where edges begin or end. */
@ObjectType('NodePort')
export class NodePortType {
  @Field()
  id: string;

  @Field(() => String, { nullable: true })
  label?: string;

  @Field(() => String, { nullable: true })
  description?: string;
}

/** Output ports that follow a list param. */
@ObjectType('NodeDynamicPorts', { description: 'Output ports that follow a list param: one for each element.' })
export class NodeDynamicPortsType {
  @Field()
  param: string;

  @Field(() => String, { nullable: true })
  idKey?: string;

  @Field(() => String, { nullable: true })
  labelKey?: string;
}

/** What the engine asks of a node instead of its type. */
@ObjectType('NodeTraits')
export class NodeTraitsType {
  @Field({ description: 'Starts runs; has no input.' })
  trigger: boolean;

  @Field({ description: 'May wait without using a worker.' })
  suspends: boolean;

  @Field(() => NodeJoinEnum, { nullable: true })
  joins?: 'all' | 'any';

  @Field({ description: 'Fast and without outside effect.' })
  pure: boolean;

  @Field({ description: 'Takes time but has no outside effect.' })
  repeatable: boolean;

  @Field({ description: 'Has a body of other nodes, which it runs again and again.' })
  container: boolean;

  @Field({ description: 'Chooses among its output ports.' })
  branches: boolean;

  @Field({ description: 'Its output belongs to the result of the run.' })
  terminal: boolean;

  @Field({ description: 'Reads what its params name and nothing else of what comes in.' })
  ignoresInput: boolean;

  @Field({ description: 'Answers whoever started the run.' })
  answersCaller: boolean;

  @Field(() => NodeEffectEnum, {
    nullable: true,
    description:
      'What it does to the world; WRITE when absent, NONE for pure, repeatable, container and trigger nodes.',
  })
  effect?: NodeEffect;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'It only reads as long as the param `param` is a literal among `is`, or absent and `default` is.',
  })
  readsWhen?: Json;
}

/** A place of a node for an account. */
@ObjectType('CredentialSlot')
export class CredentialSlotType {
  @Field({ description: 'Key under the credentials of a node in a document.' })
  id: string;

  @Field(() => String, { nullable: true })
  title?: string;

  @Field(() => [String], {
    description: 'Credential types that fit; `*` means every type that authenticates requests.',
  })
  types: readonly string[];

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'The slot counts only while a param holds one of these values.',
  })
  showWhen?: CredentialSlot['showWhen'];

  @Field()
  required: boolean;
}

/** A node of the catalogue as data. */
@ObjectType('NodeDefinition', {
  description: 'A node of the catalogue as data: what a palette, a form and a validator need.',
})
export class NodeDefinitionType {
  @Field()
  type: string;

  @Field(() => Int)
  version: number;

  @Field(() => [String], { description: 'Other names that documents may use.' })
  aliases: readonly string[];

  @Field()
  title: string;

  @Field()
  description: string;

  @Field(() => NodeCategoryEnum)
  category: NodeCategory;

  @Field(() => [String])
  keywords: readonly string[];

  @Field(() => [NodePortType])
  inputs: readonly NodePortType[];

  @Field(() => [NodePortType])
  outputs: readonly NodePortType[];

  @Field(() => NodeDynamicPortsType, { nullable: true })
  dynamicOutputs?: NodeDynamicPortsType;

  @Field(() => JsonScalar, { description: 'JSON Schema of the params with titles, defaults and `ui` hints.' })
  paramsSchema: JsonObject;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Roots that raw params see beside the usual ones, by param.',
  })
  extraRoots?: NodeDefinitionData['extraRoots'];

  @Field(() => [String], { description: 'Params that are handed over unevaluated.' })
  rawParams: readonly string[];

  @Field(() => JsonScalar, { nullable: true, description: 'JSON Schema of the value on the main output port.' })
  outputSchema?: JsonObject;

  @Field(() => String, { nullable: true, description: 'Mustache template over the config for one line on the canvas.' })
  summary?: string;

  @Field(() => NodeTraitsType)
  traits: NodeTraitsType;

  @Field(() => TriggerSourceEnum, { nullable: true, description: 'For triggers that something outside sets off.' })
  startsOn?: 'webhook' | 'schedule' | 'event' | 'error' | 'form';

  @Field(() => String, {
    nullable: true,
    description: 'For nodes that the world answers: the root under `execution` that is the address for it.',
  })
  runAddress?: 'resumeUrl' | 'formUrl';

  @Field(() => Int, { nullable: true, description: 'Milliseconds for one attempt unless the node says otherwise.' })
  timeoutMs?: number;

  @Field(() => [CredentialSlotType])
  credentials: readonly CredentialSlotType[];

  @Field()
  deprecated: boolean;

  @Field(() => String, { nullable: true, description: 'Markdown.' })
  docs?: string;

  @Field(() => String, { nullable: true, description: 'SVG source.' })
  icon?: string;
}
