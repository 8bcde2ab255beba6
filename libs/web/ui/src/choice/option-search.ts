import type { Option } from './option';

/**
 * How well an option answers a query: 0 exactly, 1 it begins so, 2 one of its words does, 3 another word for it does,
 * 4 it contains it, 5 its description does. Null: not at all.
 */
export function optionRank(option: Option<unknown>, query: string): number | null {
  const wanted = folded(query.trim());
  const label = folded(option.label);
  if (wanted === '' || label === wanted) return 0;
  if (label.startsWith(wanted)) return 1;
  if (label.split(/[\s\-_./]+/).some((word) => word.startsWith(wanted))) return 2;
  if (option.keywords?.some((keyword) => folded(keyword).startsWith(wanted))) return 3;
  if (label.includes(wanted)) return 4;
  return folded(option.description ?? '').includes(wanted) ? 5 : null;
}

/** The options that answer a query, best first; those of one rank keep their order. */
export function searchOptions<O extends Option<unknown>>(options: readonly O[], query: string): readonly O[] {
  if (query.trim() === '') return options;
  return options
    .map((option, index) => ({ option, index, rank: optionRank(option, query) }))
    .filter((found): found is typeof found & { rank: number } => found.rank !== null)
    .sort((left, right) => left.rank - right.rank || left.index - right.index)
    .map(({ option }) => option);
}

/** Without case and accents. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
