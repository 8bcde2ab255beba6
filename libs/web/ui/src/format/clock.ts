import { DestroyRef, inject, Injectable, signal, type Signal } from '@angular/core';

/** The time, as a signal: one timer for everything on the page that tells how long ago something was. */
@Injectable({ providedIn: 'root' })
export class Clock {
  readonly #seconds = signal(Date.now());
  readonly #minutes = signal(Date.now());

  constructor() {
    const timer = setInterval(() => this.#tick(Date.now()), 1_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** Milliseconds since the epoch, each second. */
  get seconds(): Signal<number> {
    return this.#seconds.asReadonly();
  }

  /** Milliseconds since the epoch, every half minute: for what is not recent. */
  get minutes(): Signal<number> {
    return this.#minutes.asReadonly();
  }

  #tick(nowMs: number): void {
    if (typeof document !== 'undefined' && document.hidden) return;
    this.#seconds.set(nowMs);
    if (nowMs - this.#minutes() >= 30_000) this.#minutes.set(nowMs);
  }
}
