import { type DocumentDiff, type WorkflowDocument, canonicalJson, diffDocuments } from '@millrace/workflow-model';

/** What a draft says otherwise than what is live; undefined when nothing is live. For dialogs: it looks at every value. */
export function diffOf(live: WorkflowDocument | undefined, draft: WorkflowDocument): DocumentDiff | undefined {
  return live === undefined ? undefined : diffDocuments(live, draft);
}

interface Identified {
  readonly id: string;
}

/** Keys that only move or colour the picture. */
const LAYOUT: Readonly<Record<'nodes' | 'edges' | 'notes' | 'groups', readonly string[]>> = {
  nodes: ['position'],
  edges: [],
  notes: ['position', 'size', 'color', 'carry'],
  groups: ['color', 'collapsed'],
};

/**
 * How many elements and parts a draft says otherwise than what is live; what only changes the picture does not count.
 * The same number as a diff gives, but asked on every keystroke: elements that are the same object are not looked at, and
 * each changed object is looked at once.
 */
export function countChanges(live: WorkflowDocument | undefined, draft: WorkflowDocument): number {
  if (live === undefined || live === draft) return 0;
  const lists = (['nodes', 'edges', 'notes', 'groups'] as const).map((name) =>
    countIn<Identified>(live[name], draft[name], LAYOUT[name]),
  );
  const parts = [
    live.name !== draft.name,
    says(live.settings, draft.settings, []),
    says(live.metadata, draft.metadata, []),
  ];
  return lists.reduce((sum, count) => sum + count, 0) + parts.filter(Boolean).length;
}

function countIn<T extends Identified>(live: readonly T[], draft: readonly T[], layout: readonly string[]): number {
  if (live === draft) return 0;
  const liveById = byId(live);
  let changed = 0;
  let shared = 0;
  for (const element of draft) {
    const before = liveById.get(element.id);
    if (before !== undefined) shared += 1;
    if (before === undefined || says(before, element, layout)) changed += 1;
  }
  return changed + live.length - shared;
}

const maps = new WeakMap<readonly Identified[], ReadonlyMap<string, Identified>>();

/** The live list stays the same object for long. */
function byId<T extends Identified>(list: readonly T[]): ReadonlyMap<string, T> {
  let map = maps.get(list);
  if (map === undefined) maps.set(list, (map = new Map(list.map((element) => [element.id, element]))));
  return map as ReadonlyMap<string, T>;
}

const compared = new WeakMap<object, { readonly before: object; readonly isOther: boolean }>();

/** Whether the later object says something else, apart from some keys. */
function says(before: object, after: object, besides: readonly string[]): boolean {
  if (before === after) return false;
  const known = compared.get(after);
  if (known?.before === before) return known.isOther;
  const isOther = textOf(before, besides) !== textOf(after, besides);
  compared.set(after, { before, isOther });
  return isOther;
}

function textOf(value: object, besides: readonly string[]): string {
  if (besides.length === 0) return canonicalJson(value);
  return canonicalJson(Object.fromEntries(Object.entries(value).filter(([key]) => !besides.includes(key))));
}
