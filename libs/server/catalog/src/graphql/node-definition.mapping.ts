import type { Json, NodeDefinitionData } from '@millrace/workflow-model';
import type { NodeDefinitionType } from './node-definition.type';

/** Fills in what a definition may leave out. */
export function toNodeDefinition(data: NodeDefinitionData): NodeDefinitionType {
  const { traits } = data;
  return {
    ...data,
    aliases: data.aliases ?? [],
    keywords: data.keywords ?? [],
    rawParams: data.rawParams ?? [],
    credentials: data.credentials ?? [],
    deprecated: data.deprecated ?? false,
    traits: {
      trigger: traits.trigger ?? false,
      suspends: traits.suspends ?? false,
      joins: traits.joins,
      effect: traits.effect,
      readsWhen: traits.readsWhen as Json | undefined,
      pure: traits.pure ?? false,
      repeatable: traits.repeatable ?? false,
      container: traits.container ?? false,
      branches: traits.branches ?? false,
      terminal: traits.terminal ?? false,
      ignoresInput: traits.ignoresInput ?? false,
      answersCaller: traits.answersCaller ?? false,
    },
  };
}
