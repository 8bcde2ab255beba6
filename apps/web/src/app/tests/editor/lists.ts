/** The list with another value at a place. */
export function replaced<T>(list: readonly T[], place: number, value: T): T[] {
  return list.map((one, index) => (index === place ? value : one));
}

/** The list without what stands at a place. */
export function without<T>(list: readonly T[], place: number): T[] {
  return list.filter((_one, index) => index !== place);
}
