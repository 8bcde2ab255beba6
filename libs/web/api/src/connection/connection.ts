import { computed, inject, Injectable, signal } from '@angular/core';
import { BROWSER } from '../http/browser';

/** `offline`: this machine has no network. `reconnecting`: the server does not answer, and is asked again and again. */
export type ConnectionStatus = 'online' | 'offline' | 'reconnecting';

const FIRST_PROBE_MS = 500;
const LAST_PROBE_MS = 10_000;

/** Whether the server can be reached: learnt from calls and the socket that fail, and from probes until it answers again. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly browser = inject(BROWSER);
  private readonly isLost = signal(false);
  private readonly hasNetwork = signal(this.browser.isOnline());
  private readonly times = signal(0);
  private waiting: (() => void)[] = [];
  private cancelProbe: (() => void) | null = null;

  readonly status = computed<ConnectionStatus>(() => {
    if (!this.hasNetwork()) return 'offline';
    return this.isLost() ? 'reconnecting' : 'online';
  });
  /** Rises each time the server is found again: what was shown before may be out of date. */
  readonly reconnects = this.times.asReadonly();
  private readonly sockets = signal(0);
  /** Rises each time the socket stands: what happened between reading and listening was not told. */
  readonly openings = this.sockets.asReadonly();

  constructor() {
    this.browser.onNetwork((isOnline) => {
      this.hasNetwork.set(isOnline);
      this.lost();
      if (isOnline) this.probeSoon(0);
    });
  }

  /** A call or the socket failed because nobody answered. */
  lost(): void {
    if (this.isLost()) return;
    this.isLost.set(true);
    this.probeSoon(FIRST_PROBE_MS);
  }

  /** The server answered. */
  found(): void {
    this.cancelProbe?.();
    this.cancelProbe = null;
    if (!this.isLost()) return;
    this.isLost.set(false);
    this.times.update((times) => times + 1);
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** The socket stands. */
  opened(): void {
    this.found();
    this.sockets.update((times) => times + 1);
  }

  /** Asks now instead of at the next probe. */
  tryNow(): void {
    if (this.isLost()) this.probeSoon(0);
  }

  /** Resolves at once while online, else when the server is found again. */
  whenOnline(): Promise<void> {
    if (!this.isLost()) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private probeSoon(delayMs: number): void {
    this.cancelProbe?.();
    this.cancelProbe = this.browser.after(delayMs, () => void this.probe(Math.max(delayMs, FIRST_PROBE_MS)));
  }

  private async probe(delayMs: number): Promise<void> {
    const isThere = await this.browser.fetch('/healthz', { cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (!this.isLost()) return;
    if (isThere) this.found();
    else this.probeSoon(Math.min(delayMs * 2, LAST_PROBE_MS));
  }
}
