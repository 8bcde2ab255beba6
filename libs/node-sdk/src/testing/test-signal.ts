import type { CancelSignal } from '../context';

/** A cancel signal that a test fires by hand. */
export class TestSignal implements CancelSignal {
  aborted = false;
  reason?: unknown;
  private readonly listeners = new Set<() => void>();

  /** Tells every listener once. */
  abort(reason: unknown = 'cancelled'): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    for (const listener of this.listeners) listener();
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.listeners.delete(listener);
  }
}
