import type { Json } from '@millrace/workflow-model';
import type { ParamScope, SampleSource } from '../../session/params/param-scopes';
import { isObject } from '../model/schema';

/** Something that a param can name, with what is in it. */
export interface ReadableSource {
  readonly root: string;
  readonly title: string;
  /** Where its data comes from, or how far back it stands. */
  readonly hint: string;
  readonly sample?: Json;
  /** Of its tree, in px. */
  readonly height: number;
}

const ROW_PX = 28;
const MOST_ROWS = 14;

/** What a param can read: its input, every node before it, the trigger, and what is about the run. */
export function readableSources(scope: ParamScope): readonly ReadableSource[] {
  const { samples } = scope.completion;
  const nodes = scope.upstream.map(({ alias, node, distance, source, sample }) =>
    sourceOf(alias, node.label, { hint: `${backWords(distance)}${sourceWords(source)}`, sample }),
  );
  const about = ['execution', 'workflow', 'vars', 'now']
    .filter((root) => samples[root] !== undefined)
    .map((root) => sourceOf(root, ABOUT[root] ?? root, { hint: '', sample: samples[root] }));
  return [
    sourceOf('input', 'Input', { hint: `what comes in${sourceWords(scope.input.source)}`, sample: scope.input.sample }),
    ...(scope.item === undefined
      ? []
      : [
          sourceOf('item', 'Item', {
            hint: `of this turn${sourceWords(scope.item.source)}`,
            sample: scope.item.sample,
          }),
        ]),
    ...nodes,
    sourceOf('trigger', 'Trigger', {
      hint: `what started the run${sourceWords(scope.trigger.source)}`,
      sample: scope.trigger.sample,
    }),
    ...about,
  ];
}

const ABOUT: Readonly<Record<string, string>> = {
  execution: 'This run',
  workflow: 'This workflow',
  vars: 'Variables',
  now: 'Now',
};

function sourceOf(root: string, title: string, rest: { hint: string; sample?: Json }): ReadableSource {
  const { sample, hint } = rest;
  return { root, title, hint, ...(sample !== undefined && { sample }), height: rowsIn(sample) * ROW_PX + 12 };
}

/** Rows that a tree of it shows at first, roughly. */
function rowsIn(value: Json | undefined, depth = 0): number {
  if (depth > 2 || value === null || typeof value !== 'object') return 1;
  const inner: readonly Json[] = Array.isArray(value) ? value.slice(0, 1) : Object.values(value);
  const rows = inner.reduce<number>(
    (sum, each) => sum + (isObject(each) || Array.isArray(each) ? 1 + rowsIn(each, depth + 1) : 1),
    0,
  );
  return Math.min(Math.max(rows, 1), MOST_ROWS);
}

/** "1 node back". */
export function backWords(distance: number): string {
  return distance === 1 ? '1 node back' : `${distance} nodes back`;
}

/** Where a value comes from, after a dot. */
function sourceWords(source: SampleSource): string {
  return { pinned: ' · pinned', run: '', schema: ' · sample data', none: ' · not run yet' }[source];
}
