import { inject, Injectable, Injector } from '@angular/core';
import { Overlays } from '../overlay/overlays';

const PROGRESS_MS = 1_000;

/** Speaks to those who cannot see: what happened (politely), what went wrong (at once), and how far something is. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  readonly #overlays = inject(Overlays);
  readonly #injector = inject(Injector);
  #progress: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** After what is being said. */
  say(message: string): void {
    this.#speak(message, 'polite');
  }

  /** Interrupts: for errors. */
  alert(message: string): void {
    this.#speak(message, 'assertive');
  }

  /** At most once a second, the latest: for what changes fast. */
  progress(message: string): void {
    this.#progress = message;
    if (this.#timer !== undefined) return;
    this.#speakProgress();
  }

  #speak(message: string, politeness: 'polite' | 'assertive'): void {
    this.#overlays.with((_overlay, { LiveAnnouncer }) => {
      void this.#injector.get(LiveAnnouncer).announce(message, politeness);
    });
  }

  #speakProgress(): void {
    const message = this.#progress;
    this.#progress = undefined;
    this.#timer = message === undefined ? undefined : setTimeout(() => this.#speakProgress(), PROGRESS_MS);
    if (message !== undefined) this.say(message);
  }
}
