import { credentialTypeData, definitionData } from '@millrace/node-sdk';
import type { CredentialType, NodeImplementation } from '@millrace/node-sdk';
import type { CredentialTypeData, DefinitionLookup, NodeDefinitionData } from '@millrace/workflow-model';
import { allCredentialTypes } from './credential-types.generated';
import { allNodes } from './nodes.generated';
import { credentialTexts, nodeTexts } from './texts.generated';

/** Every node that comes with the product, by type and then version. */
export const nodeImplementations: readonly NodeImplementation[] = allNodes;

/** Every definition as data, with its docs and icon; in the order of {@link nodeImplementations}. */
export const nodeDefinitions: readonly NodeDefinitionData[] = nodeImplementations.map(({ definition }) => ({
  ...definitionData(definition),
  ...nodeTexts[definition.type],
}));

/** Every credential type that comes with the product. */
export const credentialTypes: readonly CredentialType[] = allCredentialTypes;

/** The same as data, with docs and icon. */
export const credentialTypesData: readonly CredentialTypeData[] = credentialTypes.map((type) => ({
  ...credentialTypeData(type),
  ...credentialTexts[type.type],
}));

/** The definition of a type or alias; the newest version when none is asked for. */
export const lookUpDefinition: DefinitionLookup = (type, version) =>
  newest(nodeDefinitions, type, version, (definition) => definition);

/** The implementation of a type or alias; the newest version when none is asked for. */
export function lookUpImplementation(type: string, version?: number): NodeImplementation | undefined {
  return newest(nodeImplementations, type, version, ({ definition }) => definition);
}

type Named = Pick<NodeDefinitionData, 'type' | 'version' | 'aliases'>;

function newest<T>(
  entries: readonly T[],
  type: string,
  version: number | undefined,
  nameOf: (entry: T) => Named,
): T | undefined {
  return entries
    .filter((entry) => nameOf(entry).type === type || nameOf(entry).aliases?.includes(type))
    .filter((entry) => version === undefined || nameOf(entry).version === version)
    .sort((one, other) => nameOf(other).version - nameOf(one).version)[0];
}
