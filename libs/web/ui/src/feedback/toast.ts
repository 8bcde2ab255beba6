import { InjectionToken, type Signal } from '@angular/core';
import type { NoticeTone } from './notice';

/** Something that can be done about a toast. */
export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

/** How a toast is shown. */
export interface ToastOptions {
  readonly tone?: NoticeTone;
  readonly action?: ToastAction;
  /** Infinity: until it is dismissed. */
  readonly durationMs?: number;
}

/** A toast that is shown. */
export interface Toast {
  readonly id: string;
  readonly message: string;
  readonly tone: NoticeTone;
  readonly durationMs: number;
  readonly action?: ToastAction;
}

/** What the outlet of the toasts shows and tells. */
export interface ToastBoard {
  readonly toasts: Signal<readonly Toast[]>;
  dismiss(id: string): void;
  hold(id: string): void;
  resume(toast: Toast): void;
}

/** The board that an outlet shows. */
export const TOASTS = new InjectionToken<ToastBoard>('mr toasts');
