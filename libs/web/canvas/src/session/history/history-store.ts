import type { WorkflowDocument } from '@millrace/workflow-model';
import { fingerprint } from '../document/same-content';
import type { KeyValueStore } from '../ports/key-value-store';
import type { HistoryContent, HistoryStep } from './history';

/** Characters that one workflow may take in the store; a browser gives about five million to all. */
export const MAX_STORED_CHARACTERS = 1_500_000;

/** What outlives a reload. */
export interface KeptDraft {
  readonly history: HistoryContent;
  /** Fingerprint of the document that the history leads to. */
  readonly fingerprint: string;
  /** The document itself when it was not saved yet, and the revision it was made on. */
  readonly unsaved?: { readonly document: WorkflowDocument; readonly revision: number };
}

/** Writes history and unsaved changes of one workflow into a store that may be full or hold anything. */
export class HistoryStore {
  readonly #store: KeyValueStore;

  constructor(store: KeyValueStore) {
    this.#store = store;
  }

  /** Keeps as many of the latest steps as there is room for. The unsaved document goes before the steps. */
  write(workflowId: string, document: WorkflowDocument, content: HistoryContent, unsavedRevision?: number): void {
    const unsaved = unsavedRevision === undefined ? undefined : { document, revision: unsavedRevision };
    const kept: KeptDraft = { history: content, fingerprint: fingerprint(document), ...(unsaved && { unsaved }) };
    const attempts: KeptDraft[] = [
      kept,
      { ...kept, history: { done: latest(content.done, 50), undone: latest(content.undone, 10) } },
      { ...kept, history: { done: latest(content.done, 10), undone: [] } },
      { ...kept, history: { done: [], undone: [] } },
    ];
    if (!attempts.some((attempt) => this.#put(workflowId, attempt))) this.#store.removeItem(keyOf(workflowId));
  }

  /** What was kept; undefined when there is nothing or nobody can read it. */
  read(workflowId: string): KeptDraft | undefined {
    const text = this.#store.getItem(keyOf(workflowId));
    if (text === null) return undefined;
    try {
      return checked(JSON.parse(text));
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  forget(workflowId: string): void {
    this.#store.removeItem(keyOf(workflowId));
  }

  #put(workflowId: string, kept: KeptDraft): boolean {
    const text = JSON.stringify(kept);
    if (text.length > MAX_STORED_CHARACTERS) return false;
    try {
      this.#store.setItem(keyOf(workflowId), text);
      return true;
    } catch {
      // Full, or switched off by the browser: history then ends with the page.
      return false;
    }
  }
}

function keyOf(workflowId: string): string {
  return `millrace.draft.${workflowId}`;
}

function latest(steps: readonly HistoryStep[], count: number): readonly HistoryStep[] {
  return steps.slice(-count);
}

function checked(kept: unknown): KeptDraft | undefined {
  if (!isObject(kept) || typeof kept['fingerprint'] !== 'string' || !isObject(kept['history'])) return undefined;
  const { done, undone } = kept['history'];
  if (!isSteps(done) || !isSteps(undone)) return undefined;
  const { unsaved } = kept;
  const draft = { history: { done, undone }, fingerprint: kept['fingerprint'] };
  if (!isObject(unsaved) || typeof unsaved['revision'] !== 'number') return draft;
  const { document } = unsaved;
  if (!isDocument(document) || fingerprint(document) !== draft.fingerprint) return undefined;
  return { ...draft, unsaved: { document, revision: unsaved['revision'] } };
}

/** Whether it has the shape of a document. This page wrote it, and its fingerprint tells whether it is still what was written. */
function isDocument(value: unknown): value is WorkflowDocument {
  if (!isObject(value) || !isObject(value['settings']) || !isObject(value['metadata'])) return false;
  return ['nodes', 'edges', 'notes', 'groups'].every((part) => {
    const list = value[part];
    return Array.isArray(list) && list.every((element) => isObject(element) && typeof element['id'] === 'string');
  });
}

function isSteps(steps: unknown): steps is readonly HistoryStep[] {
  return (
    Array.isArray(steps) &&
    steps.every(
      (step) => isObject(step) && typeof step['label'] === 'string' && isEdit(step['edit']) && isEdit(step['inverse']),
    )
  );
}

function isEdit(edit: unknown): boolean {
  return isObject(edit) && typeof edit['kind'] === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
