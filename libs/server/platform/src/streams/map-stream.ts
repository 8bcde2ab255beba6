/** The stream with every element mapped; elements that map to undefined are left out. Ending it ends the source at once. */
export function mapStream<In, Out>(
  source: AsyncIterableIterator<In>,
  map: (element: In) => Out | undefined | Promise<Out | undefined>,
): AsyncIterableIterator<Out> {
  return {
    async next(): Promise<IteratorResult<Out>> {
      for (;;) {
        const { done, value } = await source.next();
        if (done) return { done: true, value: undefined };
        const mapped = await map(value);
        if (mapped !== undefined) return { done: false, value: mapped };
      }
    },
    async return(): Promise<IteratorResult<Out>> {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
