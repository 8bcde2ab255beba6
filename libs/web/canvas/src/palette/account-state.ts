import { type CredentialSlot, type NodeDefinitionData, slotCounts } from '@millrace/workflow-model';

/** Whether the accounts that a node cannot do without are there. */
export type AccountState = 'ready' | 'missing';

/** Undefined for a node that needs none as it is added. */
export function accountState(
  definition: NodeDefinitionData,
  isThere: (slot: CredentialSlot) => boolean,
): AccountState | undefined {
  const needed = (definition.credentials ?? []).filter((slot) => slot.required && slotCounts(slot, {}, definition));
  if (needed.length === 0) return undefined;
  return needed.every(isThere) ? 'ready' : 'missing';
}
