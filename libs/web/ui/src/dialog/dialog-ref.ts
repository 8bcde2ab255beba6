import { InjectionToken } from '@angular/core';
import { type Observable, Subject } from 'rxjs';

/** What a dialog was opened with. */
export const DIALOG_DATA = new InjectionToken<unknown>('Data of a dialog');

/** An open dialog, or one that is about to open. The component inside injects it to close it. */
export class DialogRef<R = unknown> {
  readonly #closed = new Subject<R | undefined>();
  /** Emits the result once, undefined when it was dismissed. */
  readonly closed: Observable<R | undefined> = this.#closed.asObservable();
  #isClosed = false;

  /** `away` takes the dialog away, or keeps it from opening; `headingId` is the id of the element that names it. */
  constructor(
    private readonly away: (ref: DialogRef<R>) => void,
    readonly headingId?: string,
  ) {}

  /** Closes it with a result. */
  close(result?: R): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.away(this);
    this.#closed.next(result);
    this.#closed.complete();
  }
}
