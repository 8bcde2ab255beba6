import { Injectable, signal } from '@angular/core';

const KEY = 'millrace.rail';
/** Below this width of the window the rail is narrow until somebody widens it. */
const WIDE_ENOUGH_PX = 1_180;

/** Whether the rail shows icons alone; remembered by this browser. */
@Injectable({ providedIn: 'root' })
export class RailState {
  private readonly narrow = signal(isNarrowAtFirst());
  readonly isNarrow = this.narrow.asReadonly();

  toggle(): void {
    this.narrow.update((isNarrow) => !isNarrow);
    localStorage.setItem(KEY, this.narrow() ? 'narrow' : 'wide');
  }
}

function isNarrowAtFirst(): boolean {
  const remembered = localStorage.getItem(KEY);
  return remembered === null ? window.innerWidth < WIDE_ENOUGH_PX : remembered === 'narrow';
}
