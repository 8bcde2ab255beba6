/** Something that is loaded when it is wanted first, once. What could not be loaded is asked for again by the next who wants it. */
export class Late<T> {
  #value: { readonly is: T } | undefined;
  #loading: Promise<T> | undefined;

  constructor(private readonly fetch: () => Promise<T>) {}

  /** Resolves with it. @throws what loading fails with */
  load(): Promise<T> {
    this.#loading ??= this.fetch().then(
      (value) => {
        this.#value = { is: value };
        return value;
      },
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }

  /** Runs `use` with it: at once when it is there, else as soon as it is. The answer takes that back until then. */
  with(use: (value: T) => void, onError: (error: unknown) => void): () => void {
    if (this.#value) {
      use(this.#value.is);
      return () => undefined;
    }
    let isWanted = true;
    this.load().then((value) => isWanted && use(value), onError);
    return () => (isWanted = false);
  }
}
