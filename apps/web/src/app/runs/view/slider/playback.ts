import { computed, signal } from '@angular/core';
import type { RunOverlay } from '@millrace/web-canvas';
import { marksOf, momentsOf, pauseBefore } from './run-moments';

/** Calls something later; gives a way to call it off. */
export type Later = (ms: number, call: () => void) => () => void;

const later: Later = (ms, call) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};

/** Goes over what happened in a run: by hand, from one remarkable event to the next, or by itself. */
export class Playback {
  readonly #run: RunOverlay;
  readonly #later: Later;
  readonly #playing = signal(false);
  #stop: (() => void) | undefined;

  /** How many times faster than it was; long pauses are cut short anyhow. */
  readonly speed = signal(1);
  readonly isPlaying = this.#playing.asReadonly();
  /** Seq of the newest event. */
  readonly last = computed(() => this.#run.events().length);
  /** Seq of the event that is shown. */
  readonly seq = computed(() => this.#run.seekSeq() ?? this.last());
  /** Whether the newest is shown, and followed. */
  readonly isAtEnd = computed(() => this.#run.seekSeq() === undefined);
  readonly event = computed(() => this.#run.events()[this.seq() - 1]);
  readonly moments = computed(() => momentsOf(this.#run.events()));
  readonly marks = computed(() => marksOf(this.moments(), this.last()));

  constructor(run: RunOverlay, timer: Later = later) {
    this.#run = run;
    this.#later = timer;
  }

  /** Shows the run after an event; after the newest, it is followed again. */
  go(seq: number): void {
    this.pause();
    this.#show(seq);
  }

  /** Shows so many events later, or earlier. */
  step(by: number): void {
    this.go(this.seq() + by);
  }

  /** Goes to the next failure, wait or pause, or to the one before. */
  jump(direction: 1 | -1): void {
    const seqs = this.moments().map((moment) => moment.seq);
    const from = this.seq();
    const next = direction > 0 ? seqs.find((seq) => seq > from) : seqs.findLast((seq) => seq < from);
    this.go(next ?? (direction > 0 ? this.last() : 1));
  }

  /** Follows the newest again. */
  end(): void {
    this.pause();
    this.#run.seek(undefined);
  }

  /** Plays from where it is; from the end, from the beginning. */
  play(): void {
    if (this.#playing() || this.last() === 0) return;
    if (this.isAtEnd()) this.#run.seek(1);
    this.#playing.set(true);
    this.#next();
  }

  pause(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#playing.set(false);
  }

  toggle(): void {
    if (this.#playing()) this.pause();
    else this.play();
  }

  #next(): void {
    const seq = this.seq();
    if (seq >= this.last()) return this.end();
    this.#stop = this.#later(pauseBefore(this.#run.events(), seq, this.speed()), () => {
      this.#show(seq + 1);
      if (this.isAtEnd()) this.pause();
      else this.#next();
    });
  }

  #show(seq: number): void {
    const at = Math.max(1, seq);
    this.#run.seek(at >= this.last() ? undefined : at);
  }
}
