import { LiveAnnouncer } from '@angular/cdk/a11y';
import { inject, Injectable } from '@angular/core';

const PROGRESS_MS = 1_000;

/** Speaks to those who cannot see: what happened (politely), what went wrong (at once), and how far something is. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  readonly #live = inject(LiveAnnouncer);
  #progress: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** After what is being said. */
  say(message: string): void {
    void this.#live.announce(message, 'polite');
  }

  /** Interrupts: for errors. */
  alert(message: string): void {
    void this.#live.announce(message, 'assertive');
  }

  /** At most once a second, the latest: for what changes fast. */
  progress(message: string): void {
    this.#progress = message;
    if (this.#timer !== undefined) return;
    this.#speakProgress();
  }

  #speakProgress(): void {
    const message = this.#progress;
    this.#progress = undefined;
    this.#timer = message === undefined ? undefined : setTimeout(() => this.#speakProgress(), PROGRESS_MS);
    if (message !== undefined) this.say(message);
  }
}
