/** Settings of a queue, with our defaults in `defineQueue`. Durations in seconds. */
export interface QueueOptions {
  /** How jobs with the same `singletonKey` exclude each other; `standard` when absent. */
  readonly policy?: 'standard' | 'short' | 'singleton' | 'stately' | 'exclusive' | 'key_strict_fifo';
  /** Times a job is handed out again after a failure or a lost worker; 1_000_000 when absent: the row decides, not the queue. */
  readonly retryLimit?: number;
  readonly retryDelaySeconds?: number;
  readonly retryBackoff?: boolean;
  readonly retryDelayMaxSeconds?: number;
  /** A job that is not completed in this time is handed out again; 60 when absent. */
  readonly expireInSeconds?: number;
  /** A job that nobody fetched is dropped after this time; 14 days when absent. */
  readonly retentionSeconds?: number;
  readonly deadLetter?: string;
  /** Whether sending wakes workers at once; true when absent. */
  readonly notify?: boolean;
}

/** A queue by name, typed by what its jobs carry. */
export interface QueueDefinition<T extends object = object> {
  readonly name: string;
  readonly options: QueueOptions;
  /** Only for the type; never set. */
  readonly dataType?: T;
}

/** Declares a queue. Register it with `QueueModule.register([...])`. Names: letters, digits, `-`, `_`, `.`. */
export function defineQueue<T extends object>(name: string, options: QueueOptions = {}): QueueDefinition<T> {
  return { name, options };
}

/** A job that was handed out. `retryCount` ties a completion to this hand-out, not to a later one. */
export interface Job<T extends object = object> {
  readonly id: string;
  readonly data: T;
  readonly retryCount: number;
  /** Aborted when the queue stops. Absent on jobs from `fetch`. */
  readonly signal?: AbortSignal;
}
