import { type Signal, computed, signal } from '@angular/core';
import { type Edit, type WorkflowDocument, applyEdit, invertEdit } from '@millrace/workflow-model';
import type { History } from '../history/history';
import type { Elements } from '../operations/operation';
import type { Timers } from '../ports/timers';
import { Selection } from '../selection/selection';
import { DocumentIndex } from './document-index';

/** How an edit appears in the history. */
export interface ApplyOptions {
  /** As the undo menu says it. */
  readonly label: string;
  /** Edits with the same key that follow closely are one step: typing in one field, dragging one selection. */
  readonly coalesce?: string;
  /** What is selected afterwards. */
  readonly select?: Elements;
}

/** What a new {@link EditedDocument} works with. */
export interface EditedDocumentOptions {
  readonly timers: Timers;
  readonly history: History;
  /** Called after every change, undo and redo included. */
  readonly onChanged: () => void;
}

const NOTHING: WorkflowDocument = {
  id: 'none',
  name: 'Untitled workflow',
  version: '0.0.0',
  nodes: [],
  edges: [],
  settings: { timezone: 'UTC' },
  notes: [],
  groups: [],
  metadata: { tags: [] },
};

interface Step extends ApplyOptions {
  readonly before: WorkflowDocument;
  readonly edit: Edit;
  readonly selection: Elements;
}

/** The document, its index and its selection, changed by edits alone: each is a step that can be taken back. */
export class EditedDocument {
  readonly #options: EditedDocumentOptions;
  readonly #document = signal<WorkflowDocument>(NOTHING);
  #group: { readonly before: WorkflowDocument; readonly selection: Elements; readonly edits: Edit[] } | undefined;

  readonly document: Signal<WorkflowDocument> = this.#document.asReadonly();
  readonly index: Signal<DocumentIndex>;
  readonly selection: Selection;

  constructor(options: EditedDocumentOptions) {
    this.#options = options;
    let known: DocumentIndex | undefined;
    this.index = computed(() => (known = known?.next(this.#document()) ?? DocumentIndex.of(this.#document())));
    this.selection = new Selection(this.index);
  }

  /** Begins with a document; what was selected is forgotten, the history stays. */
  open(document: WorkflowDocument): void {
    this.#document.set(document);
    this.selection.clear();
  }

  /** Changes the document as one step of undo. False when the edit changes nothing. */
  change(edit: Edit, options: ApplyOptions): boolean {
    const before = this.#document();
    const after = applyEdit(before, edit);
    if (after === before) return false;
    const selection = this.selection.snapshot();
    this.#document.set(after);
    if (options.select !== undefined) this.selection.select(options.select);
    if (this.#group === undefined) this.#record({ ...options, before, edit, selection });
    else this.#group.edits.push(edit);
    this.#options.onChanged();
    return true;
  }

  /** Everything that `work` changes is one step of undo; also what it changed before it threw. */
  group(label: string, work: () => void): void {
    if (this.#group !== undefined) return work();
    const group = { before: this.#document(), selection: this.selection.snapshot(), edits: [] as Edit[] };
    this.#group = group;
    try {
      work();
    } finally {
      this.#group = undefined;
      const edit: Edit = { kind: 'batch', edits: group.edits };
      if (this.#document() !== group.before) this.#record({ ...group, edit, label });
    }
  }

  /** Takes the last step back, selection included. False when there is none. */
  undo(): boolean {
    const step = this.#options.history.takeUndo();
    return step !== undefined && this.#replay(step.inverse, step.selectionBefore);
  }

  /** Does the last undone step again. False when there is none. */
  redo(): boolean {
    const step = this.#options.history.takeRedo();
    return step !== undefined && this.#replay(step.edit, step.selectionAfter);
  }

  #record({ before, edit, label, selection, coalesce }: Step): void {
    const { history, timers } = this.#options;
    history.record({
      label,
      edit,
      inverse: invertEdit(before, edit),
      selectionBefore: selection,
      selectionAfter: this.selection.snapshot(),
      atMs: timers.now(),
      ...(coalesce && { coalesce }),
    });
  }

  #replay(edit: Edit, selection: Elements): boolean {
    this.#document.set(applyEdit(this.#document(), edit));
    this.selection.select(selection);
    this.#options.onChanged();
    return true;
  }
}
