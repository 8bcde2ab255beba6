import { inject, Injectable, Injector, signal } from '@angular/core';
import { nextId } from '../overlay/next-id';
import { Overlays } from '../overlay/overlays';
import { TOASTS, type Toast, type ToastBoard, type ToastOptions } from './toast';

/** How long one can read a toast, and take something back. */
export const TOAST_MS = 6_000;
/** How long something can be taken back. */
export const UNDO_MS = 10_000;

/** Tells what happened in the background. What went wrong in front of the person is told where it happened instead. */
@Injectable({ providedIn: 'root' })
export class Toasts implements ToastBoard {
  readonly #overlays = inject(Overlays);
  readonly #injector = inject(Injector);
  readonly #toasts = signal<readonly Toast[]>([]);
  readonly toasts = this.#toasts.asReadonly();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #outlet = false;

  /** Shows a toast; the function takes it away. Errors stay until they are dismissed. */
  show(message: string, options: ToastOptions = {}): () => void {
    this.#place();
    const tone = options.tone ?? 'info';
    const durationMs = options.durationMs ?? (tone === 'error' ? Infinity : TOAST_MS);
    const toast: Toast = {
      id: nextId('toast'),
      message,
      tone,
      durationMs,
      ...(options.action ? { action: options.action } : {}),
    };
    this.#toasts.update((toasts) => [...toasts, toast].slice(-4));
    this.resume(toast);
    return () => this.dismiss(toast.id);
  }

  /** Tells what was done and offers to take it back for ten seconds. */
  undo(message: string, undo: () => void): () => void {
    return this.show(message, { action: { label: 'Undo', run: undo }, durationMs: UNDO_MS });
  }

  /** Takes a toast away. */
  dismiss(id: string): void {
    this.hold(id);
    this.#toasts.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }

  /** Stops its time: somebody reads it. */
  hold(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  /** Starts its time anew. */
  resume({ id, durationMs }: Toast): void {
    this.hold(id);
    if (Number.isFinite(durationMs))
      this.#timers.set(
        id,
        setTimeout(() => this.dismiss(id), durationMs),
      );
  }

  #place(): void {
    if (this.#outlet) return;
    this.#outlet = true;
    const injector = Injector.create({ parent: this.#injector, providers: [{ provide: TOASTS, useValue: this }] });
    this.#overlays.with((overlay, { ComponentPortal, ToastOutlet }) => {
      const positionStrategy = overlay.position().global().bottom('16px').end('16px');
      overlay.create({ positionStrategy }).attach(new ComponentPortal(ToastOutlet, null, injector));
    });
  }
}
