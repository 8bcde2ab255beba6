import type { CredentialSlot, NodeDefinitionData, Problem, WorkflowNode } from '@millrace/workflow-model';
import { slotCounts } from '@millrace/workflow-model';
import { isObject } from '../model/schema';

/** The places for accounts that count with the node's config. */
export function slotsOf(
  node: WorkflowNode | undefined,
  definition: NodeDefinitionData | undefined,
): readonly CredentialSlot[] {
  if (node === undefined || definition === undefined) return [];
  return (definition.credentials ?? []).filter(
    (slot) => slotCounts(slot, node.config, definition) && isWanted(slot, node),
  );
}

/** A place for the tools of an agent is there while a tool names it, or an account stands in it. */
function isWanted({ id, required }: CredentialSlot, { config, credentials }: WorkflowNode): boolean {
  if (required || !/^tools(?:-\d+)?$/.test(id) || credentials?.[id] !== undefined) return true;
  const { tools } = config;
  return Array.isArray(tools) && tools.some((tool) => isObject(tool) && tool['account'] === id);
}

/** What is wrong with the account in a slot. */
export function problemOfSlot(problems: readonly Problem[], slotId: string): Problem | undefined {
  return problems.find(({ path }) => slotOf(path) === slotId);
}

/** The slot that a problem is about, if it is about one. */
export function slotOf(path: Problem['path']): string | undefined {
  const at = path?.indexOf('credentials') ?? -1;
  const slot = at < 0 ? undefined : path?.[at + 1];
  return slot === undefined ? undefined : String(slot);
}
