import { type Signal, type WritableSignal, computed, signal } from '@angular/core';
import type { WorkflowDocument } from '@millrace/workflow-model';
import type { Timers } from '../ports/timers';
import type { SaveOutcome, WorkflowGateway } from '../ports/workflow-gateway';
import { backoffMs } from './backoff';

/** What the chip in the header says. */
export type SaveState = 'saved' | 'saving' | 'unsaved' | 'offline' | 'conflict' | 'error';

/** Milliseconds without a change after which the draft is saved. */
export const AUTOSAVE_MS = 1_500;
/** Milliseconds after which it is saved even though changes keep coming. */
export const AUTOSAVE_MAX_MS = 10_000;

/** What was saved last. */
export interface SavedDraft {
  readonly document: WorkflowDocument;
  readonly revision: number;
  /** ISO 8601. */
  readonly savedAt?: string;
}

/** Why a draft is not saved although the server answers. */
export interface SaveError {
  readonly code: string;
  readonly message: string;
}

/** What a new {@link Autosave} needs. */
export interface AutosaveOptions {
  readonly workflowId: string;
  readonly gateway: Pick<WorkflowGateway, 'saveDraft' | 'saveOnLeave'>;
  readonly timers: Timers;
  readonly saved: SavedDraft;
  /** Reads the document of this moment. */
  readonly current: () => WorkflowDocument;
  /** The server has this document now. */
  readonly onSaved?: (document: WorkflowDocument) => void;
  /** Somebody else saved; nothing is saved until {@link Autosave.resolved} is called. */
  readonly onConflict: (outcome: Extract<SaveOutcome, { kind: 'conflict' }>) => void;
}

/**
 * Saves the draft a moment after the last change, one save at a time, and again after faults; holds still while offline,
 * during a conflict and after a refusal. Undoing back to what is saved makes it saved without a request.
 */
export class Autosave {
  readonly #options: AutosaveOptions;
  readonly #state = signal<SaveState>('saved');
  readonly #saved: WritableSignal<SavedDraft>;
  readonly #error = signal<SaveError | undefined>(undefined);
  readonly #unsavedChanges = signal(0);
  readonly #uncertain = new Set<WorkflowDocument>();
  #isOnline = true;
  #attempts = 0;
  #inFlight: Promise<void> | undefined;
  #stopTimer: (() => void) | undefined;
  #firstChangeMs: number | undefined;
  #isDisposed = false;

  readonly state: Signal<SaveState> = this.#state.asReadonly();
  /** Why it says `error`. */
  readonly error: Signal<SaveError | undefined> = this.#error.asReadonly();
  /** Steps since the last save. */
  readonly unsavedChanges: Signal<number> = this.#unsavedChanges.asReadonly();
  readonly saved: Signal<SavedDraft>;
  readonly revision: Signal<number>;
  /** Whether leaving the page would lose something. */
  readonly mustWarn: Signal<boolean> = computed(() => this.#state() !== 'saved');

  constructor(options: AutosaveOptions) {
    this.#options = options;
    this.#saved = signal(options.saved);
    this.saved = this.#saved.asReadonly();
    this.revision = computed(() => this.#saved().revision);
  }

  /** To be called after every change of the document. */
  changed(): void {
    if (this.#options.current() === this.#saved().document && this.#inFlight === undefined) {
      this.#settle();
      return;
    }
    this.#unsavedChanges.update((count) => count + 1);
    if (this.#state() === 'conflict') return;
    this.#error.set(undefined);
    if (this.#inFlight === undefined) this.#state.set(this.#isOnline ? 'unsaved' : 'offline');
    this.#schedule();
  }

  /** Saves at once what is not saved. True when everything is saved afterwards. Waits for a save under way. */
  async flush(): Promise<boolean> {
    while (!this.#isDisposed && this.#state() !== 'conflict') {
      if (this.#inFlight !== undefined) await this.#inFlight;
      else if (!this.#hasUnsaved()) return true;
      else await this.#save();
      if (this.#state() === 'offline' || this.#state() === 'error') return false;
    }
    return false;
  }

  /** The page goes away: hands what is not saved to the gateway, which does not wait. */
  leave(): void {
    const { gateway, workflowId, current } = this.#options;
    if (!this.#hasUnsaved() || this.#state() === 'conflict') return;
    const document = current();
    if (this.#uncertain.has(document)) return;
    this.#uncertain.add(document);
    // A save under way will have raised the revision by the time this one arrives.
    const expected = this.#saved().revision + (this.#inFlight === undefined ? 0 : 1);
    gateway.saveOnLeave?.(workflowId, document, expected);
  }

  /** Tells whether the browser has a connection. Coming back saves at once. */
  setOnline(isOnline: boolean): void {
    if (this.#isOnline === isOnline) return;
    this.#isOnline = isOnline;
    if (!isOnline) {
      this.#cancelTimer();
      if (this.#hasUnsaved() && this.#state() !== 'conflict') this.#state.set('offline');
      return;
    }
    this.#attempts = 0;
    if (this.#state() === 'offline') void this.#save();
  }

  /** Whether this page may have saved such a document itself without hearing back. `isSame` compares contents. */
  maySend(isSame: (document: WorkflowDocument) => boolean): boolean {
    return [...this.#uncertain].some(isSame);
  }

  /** The draft that stands on the server now; what differs from it is saved on top. Ends a conflict. */
  resolved(saved: SavedDraft): void {
    this.#saved.set(saved);
    this.#uncertain.clear();
    this.#attempts = 0;
    this.#error.set(undefined);
    if (!this.#hasUnsaved()) {
      this.#settle();
      return;
    }
    this.#state.set('unsaved');
    void this.#save();
  }

  /** Stops timers; nothing is saved any more. */
  dispose(): void {
    this.#isDisposed = true;
    this.#cancelTimer();
  }

  #hasUnsaved(): boolean {
    return this.#options.current() !== this.#saved().document;
  }

  #settle(): void {
    this.#cancelTimer();
    this.#firstChangeMs = undefined;
    this.#unsavedChanges.set(0);
    this.#state.set('saved');
  }

  #schedule(): void {
    if (!this.#isOnline || this.#inFlight !== undefined) return;
    const nowMs = this.#options.timers.now();
    this.#firstChangeMs ??= nowMs;
    this.#arm(Math.max(0, Math.min(AUTOSAVE_MS, this.#firstChangeMs + AUTOSAVE_MAX_MS - nowMs)));
  }

  #arm(milliseconds: number): void {
    this.#cancelTimer();
    this.#stopTimer = this.#options.timers.after(milliseconds, () => void this.#save());
  }

  #cancelTimer(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
  }

  #save(): Promise<void> {
    if (this.#inFlight !== undefined) return this.#inFlight;
    if (this.#isDisposed || !this.#hasUnsaved()) return Promise.resolve();
    this.#cancelTimer();
    this.#firstChangeMs = undefined;
    this.#inFlight = this.#send().finally(() => {
      this.#inFlight = undefined;
      this.#afterSend();
    });
    return this.#inFlight;
  }

  async #send(): Promise<void> {
    const { gateway, workflowId, current } = this.#options;
    const document = current();
    const countBefore = this.#unsavedChanges();
    this.#state.set('saving');
    this.#uncertain.add(document);
    try {
      const outcome = await gateway.saveDraft(workflowId, document, this.#saved().revision);
      this.#unsavedChanges.update((count) => (outcome.kind === 'saved' ? count - countBefore : count));
      this.#receive(outcome, document);
    } catch {
      // Whatever keeps the answer away may pass; whether the save arrived is not known.
      this.#attempts += 1;
      this.#state.set('offline');
    }
  }

  #receive(outcome: SaveOutcome, document: WorkflowDocument): void {
    this.#attempts = 0;
    switch (outcome.kind) {
      case 'saved':
        this.#uncertain.clear();
        this.#saved.set({ document, revision: outcome.revision, savedAt: outcome.savedAt });
        this.#options.onSaved?.(document);
        return;
      case 'conflict':
        this.#state.set('conflict');
        this.#options.onConflict(outcome);
        return;
      case 'refused':
        this.#uncertain.delete(document);
        this.#error.set({ code: outcome.code, message: outcome.message });
        this.#state.set('error');
    }
  }

  /** What the end of a save leads to. */
  #afterSend(): void {
    if (this.#isDisposed) return;
    const state = this.#state();
    if (state === 'offline') {
      if (this.#isOnline) this.#arm(backoffMs(this.#attempts));
    } else if (state === 'saving') {
      if (!this.#hasUnsaved()) this.#settle();
      else {
        this.#state.set('unsaved');
        this.#schedule();
      }
    } else if (state === 'unsaved' && this.#stopTimer === undefined) {
      // A conflict was settled before its save had ended.
      this.#arm(0);
    }
  }
}
