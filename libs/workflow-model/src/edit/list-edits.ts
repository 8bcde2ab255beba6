/** Something with an id in a list of a document. */
export interface Identified {
  readonly id: string;
}

/** The list with `element` at `index` (at the end when absent or beyond); the same list when its id is taken. */
export function insert<T extends Identified>(list: T[], element: T, index = list.length): T[] {
  return list.some((other) => other.id === element.id) ? list : list.toSpliced(Math.max(0, index), 0, element);
}

/** The list with `element` in the place of the one with its id; the same list when there is none. */
export function replace<T extends Identified>(list: T[], element: T): T[] {
  const index = indexById(list, element.id);
  return index === -1 || list[index] === element ? list : list.with(index, element);
}

/** The list without the element; the same list when there is none. */
export function remove<T extends Identified>(list: T[], id: string): T[] {
  const index = indexById(list, id);
  return index === -1 ? list : list.toSpliced(index, 1);
}

/** Place of the element with an id; -1 when there is none. */
export function indexById(list: readonly Identified[], id: string): number {
  return list.findIndex((element) => element.id === id);
}
