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

/** Cells of the table above which what lies between the first and the last change counts as changed as a whole. */
const MOST_CELLS = 4_000_000;

/** What has to be done to a text, line by line, to make the other of it. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [was, is] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < was.length && head < is.length && was[head] === is[head]) head += 1;
  let tail = 0;
  while (tail < was.length - head && tail < is.length - head && was[was.length - 1 - tail] === is[is.length - 1 - tail])
    tail += 1;
  const steps = [
    ...Array.from({ length: head }, () => 'same' as const),
    ...between(was.slice(head, was.length - tail), is.slice(head, is.length - tail)),
    ...Array.from({ length: tail }, () => 'same' as const),
  ];
  return numbered(steps, was, is);
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

type Step = DiffLine['kind'];

/** The longest lines that both have in common stay; the rest goes, then comes. */
function between(was: readonly string[], is: readonly string[]): Step[] {
  const width = is.length + 1;
  if ((was.length + 1) * width > MOST_CELLS)
    return [...was.map(() => 'gone' as const), ...is.map(() => 'new' as const)];
  const common = new Uint32Array((was.length + 1) * width);
  for (let row = was.length - 1; row >= 0; row -= 1)
    for (let column = is.length - 1; column >= 0; column -= 1)
      common[row * width + column] =
        was[row] === is[column]
          ? (common[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(common[(row + 1) * width + column] ?? 0, common[row * width + column + 1] ?? 0);
  const steps: Step[] = [];
  for (let row = 0, column = 0; row < was.length || column < is.length;) {
    const isSame = row < was.length && column < is.length && was[row] === is[column];
    const goes =
      row < was.length &&
      (column === is.length || (common[(row + 1) * width + column] ?? 0) >= (common[row * width + column + 1] ?? 0));
    steps.push(isSame ? 'same' : goes ? 'gone' : 'new');
    if (isSame || goes) row += 1;
    if (isSame || !goes) column += 1;
  }
  return steps;
}

function numbered(steps: readonly Step[], was: readonly string[], is: readonly string[]): readonly DiffLine[] {
  let [row, column] = [0, 0];
  return steps.map((kind) => {
    if (kind !== 'new') row += 1;
    if (kind !== 'gone') column += 1;
    return {
      kind,
      text: (kind === 'new' ? is[column - 1] : was[row - 1]) ?? '',
      ...(kind !== 'new' && { before: row }),
      ...(kind !== 'gone' && { after: column }),
    };
  });
}
