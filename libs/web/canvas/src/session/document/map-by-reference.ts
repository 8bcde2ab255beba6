/**
 * A function over objects that remembers its answer for each object, as long as it lives. For what is derived from a node:
 * an edit makes one new node object, so one answer is worked out anew.
 */
export function byReference<T extends object, R>(derive: (element: T) => R): (element: T) => R {
  const known = new WeakMap<T, { readonly value: R }>();
  return (element) => {
    let entry = known.get(element);
    if (entry === undefined) known.set(element, (entry = { value: derive(element) }));
    return entry.value;
  };
}
