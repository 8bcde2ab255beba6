import { diffArrays } from 'diff';

/** A line of one of two texts, or of both. Numbers are from 1. */
export interface DiffLine {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
  /** In the text before. */
  readonly before?: number;
  /** In the text after. */
  readonly after?: number;
}

/** Lines that are the same, and far from all that is not. */
export interface DiffGap {
  readonly kind: 'gap';
  readonly lines: number;
}

/** Texts with more changes than this count as changed as a whole: nobody reads more, and looking for it takes long. */
const MOST_CHANGES = 2_000;

/** What has to be done to a text, line by line, to make the other of it. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [was, is] = [before.split('\n'), after.split('\n')];
  const changes = diffArrays(was, is, { maxEditLength: MOST_CHANGES }) ?? [
    { value: was, removed: true, added: false },
    { value: is, removed: false, added: true },
  ];
  let [gone, come] = [0, 0];
  return changes.flatMap(({ value, added, removed }) =>
    value.map((text): DiffLine => {
      if (!added) gone += 1;
      if (!removed) come += 1;
      if (added) return { kind: 'new', text, after: come };
      return removed ? { kind: 'gone', text, before: gone } : { kind: 'same', text, before: gone, after: come };
    }),
  );
}

/** The changed lines with a few around each; what is left out is counted. */
export function nearChanges(lines: readonly DiffLine[], around = 3): readonly (DiffLine | DiffGap)[] {
  const isNear = new Array<boolean>(lines.length).fill(false);
  lines.forEach(({ kind }, place) => {
    if (kind === 'same') return;
    for (let near = Math.max(0, place - around); near <= Math.min(lines.length - 1, place + around); near += 1)
      isNear[near] = true;
  });
  const shown: (DiffLine | DiffGap)[] = [];
  lines.forEach((line, place) => {
    const last = shown.at(-1);
    if (isNear[place]) shown.push(line);
    else if (last?.kind === 'gap') shown[shown.length - 1] = { kind: 'gap', lines: last.lines + 1 };
    else shown.push({ kind: 'gap', lines: 1 });
  });
  return shown;
}
