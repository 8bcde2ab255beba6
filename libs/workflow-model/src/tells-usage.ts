import type { NodeDefinitionData } from './node-definition';

/** Whether the outputs of a node tell what a model took: tokens under `usage`, and `costUsd` beside it. */
export function tellsUsage(definition: NodeDefinitionData | undefined): boolean {
  const usage = propertiesOf(definition?.outputSchema)?.['usage'];
  return Object.hasOwn(propertiesOf(usage) ?? {}, 'inputTokens');
}

function propertiesOf(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  const properties = isRecord(schema) ? schema['properties'] : undefined;
  return isRecord(properties) ? properties : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
