import type { MigrationReason } from '@millrace/web-api/graphql';
import type { CheckedRun } from './waiting-runs-api';

const WORDS: Readonly<Record<MigrationReason, (label: string) => string>> = {
  TRIGGER_GONE: (label) => `the live version does not begin at “${label}”`,
  WAITS_ELSEWHERE: (label) => `it waits at “${label}”, which changed or is gone`,
  DONE_CHANGED: (label) => `“${label}” is done, and changed since`,
  PARTIAL: () => 'it runs only a part of its version',
};

/** Runs that must keep their version, by why, the most frequent reason first. */
export function reasonsOf(
  runs: readonly CheckedRun[],
): readonly { readonly text: string; readonly ids: readonly string[] }[] {
  const byReason = new Map<string, string[]>();
  for (const { executionId, obstacles } of runs) {
    const [first] = obstacles;
    if (first === undefined) continue;
    const text = WORDS[first.reason](first.label ?? '');
    byReason.set(text, [...(byReason.get(text) ?? []), executionId]);
  }
  return [...byReason].map(([text, ids]) => ({ text, ids })).sort((a, b) => b.ids.length - a.ids.length);
}
