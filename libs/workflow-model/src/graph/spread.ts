/** Everything that can be reached by `next` from `start`, `start` included, in the order of finding. A loop, so that long chains do not overflow. */
export function spread(start: Iterable<string>, next: (id: string) => readonly string[]): Set<string> {
  const found = new Set(start);
  // A Set goes on over what is added while it is walked.
  for (const id of found) {
    for (const neighbour of next(id)) found.add(neighbour);
  }
  return found;
}
