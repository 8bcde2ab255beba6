import type { Observable } from 'rxjs';

/** What a stream gives, in batches as large as have come by the time they are asked for; ends with the stream or the signal. */
export async function* iterate<T, R>(
  source: Observable<T>,
  map: (value: T) => R,
  signal: AbortSignal,
): AsyncGenerator<readonly R[]> {
  let waiting: R[] = [];
  let end: { readonly error?: unknown } | undefined;
  let wake: () => void = () => undefined;
  const subscription = source.subscribe({
    next: (value) => {
      waiting.push(map(value));
      wake();
    },
    error: (error: unknown) => {
      end = { error };
      wake();
    },
    complete: () => {
      end = {};
      wake();
    },
  });
  const stop = (): void => wake();
  signal.addEventListener('abort', stop);
  try {
    while (!signal.aborted) {
      if (waiting.length > 0) {
        const batch = waiting;
        waiting = [];
        yield batch;
        continue;
      }
      if (end && 'error' in end) throw end.error;
      if (end) return;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal.removeEventListener('abort', stop);
    subscription.unsubscribe();
  }
}
