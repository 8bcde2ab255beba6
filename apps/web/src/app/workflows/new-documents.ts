/** A node type, as far as a new workflow needs to know it. */
export interface StartingType {
  readonly type: string;
  readonly version: number;
  readonly title: string;
  readonly traits: { readonly trigger: boolean };
}

/** Name of a workflow that nobody has named yet. */
export const UNTITLED = 'Untitled workflow';

/** A workflow that begins with a node: the trigger itself, or a manual trigger with the node behind it. */
export function documentWith(definition: StartingType): object {
  const own = { id: 'n1', type: definition.type, typeVersion: definition.version, label: definition.title };
  if (definition.traits.trigger) return { name: UNTITLED, nodes: [{ ...own, position: { x: 0, y: 0 } }], edges: [] };
  const start = { id: 'n0', type: 'manual-trigger', label: 'Start', position: { x: 0, y: 0 } };
  return {
    name: UNTITLED,
    nodes: [start, { ...own, position: { x: 320, y: 0 } }],
    edges: [{ id: 'e1', source: 'n0', target: 'n1' }],
  };
}

/** The name of the file that an exported workflow goes into. */
export function fileNameOf(name: string, ending: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return `${plain.slice(0, 80) || 'workflow'}${ending}`;
}
