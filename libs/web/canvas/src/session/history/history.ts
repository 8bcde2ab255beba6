import { type Signal, computed, signal } from '@angular/core';
import type { Edit } from '@millrace/workflow-model';
import type { Elements } from '../operations/operation';

/** One step that can be taken back. */
export interface HistoryStep {
  /** As the menu says it: "Rename to Fetch orders". */
  readonly label: string;
  readonly edit: Edit;
  readonly inverse: Edit;
  readonly selectionBefore: Elements;
  readonly selectionAfter: Elements;
  /** Steps with the same key that follow closely become one: `config:<node>:<path>` while typing. */
  readonly coalesce?: string;
  /** Milliseconds since the epoch of its last part. */
  readonly atMs: number;
}

/** Both stacks, the latest step last. */
export interface HistoryContent {
  readonly done: readonly HistoryStep[];
  readonly undone: readonly HistoryStep[];
}

/** Pause in milliseconds after which typing on begins a new step. */
export const COALESCE_MS = 1_500;
/** Steps that are kept. */
export const MAX_STEPS = 200;

const EMPTY: HistoryContent = { done: [], undone: [] };

/** Undo and redo: two stacks of steps. It holds what was done; the session does it. */
export class History {
  readonly #content = signal<HistoryContent>(EMPTY);
  /** Set when the next step must stand alone: after undo, redo, save of a checkpoint, loss of focus. */
  #sealed = true;

  readonly content: Signal<HistoryContent> = this.#content.asReadonly();
  readonly canUndo = computed(() => this.#content().done.length > 0);
  readonly canRedo = computed(() => this.#content().undone.length > 0);
  /** Label of what undo would take back. */
  readonly undoLabel = computed(() => this.#content().done.at(-1)?.label);
  /** Label of what redo would do again. */
  readonly redoLabel = computed(() => this.#content().undone.at(-1)?.label);

  /** Adds a step, or puts it together with the last one when both have the same key and are close. */
  record(step: HistoryStep): void {
    const { done } = this.#content();
    const last = done.at(-1);
    const joins = last !== undefined && !this.#sealed && mayJoin(last, step);
    const steps = joins ? [...done.slice(0, -1), joined(last, step)] : [...done, step].slice(-MAX_STEPS);
    this.#sealed = false;
    this.#content.set({ done: steps, undone: [] });
  }

  /** Takes the last step off and gives it; undefined when there is none. */
  takeUndo(): HistoryStep | undefined {
    const { done, undone } = this.#content();
    const step = done.at(-1);
    if (step !== undefined) this.#content.set({ done: done.slice(0, -1), undone: [...undone, step] });
    this.#sealed = true;
    return step;
  }

  /** Takes the last undone step off and gives it; undefined when there is none. */
  takeRedo(): HistoryStep | undefined {
    const { done, undone } = this.#content();
    const step = undone.at(-1);
    if (step !== undefined) this.#content.set({ done: [...done, step], undone: undone.slice(0, -1) });
    this.#sealed = true;
    return step;
  }

  /** The next step stands alone, whatever its key. Call it when a field loses focus or a drag ends. */
  seal(): void {
    this.#sealed = true;
  }

  /** Replaces everything; for reloads. */
  restore(content: HistoryContent): void {
    this.#content.set(content);
    this.#sealed = true;
  }

  clear(): void {
    this.restore(EMPTY);
  }
}

function mayJoin(last: HistoryStep, step: HistoryStep): boolean {
  return step.coalesce !== undefined && step.coalesce === last.coalesce && step.atMs - last.atMs <= COALESCE_MS;
}

function joined(last: HistoryStep, step: HistoryStep): HistoryStep {
  return {
    ...step,
    selectionBefore: last.selectionBefore,
    edit: together(last.edit, step.edit),
    inverse: together(step.inverse, last.inverse),
  };
}

/** Of two edits that set the same thing, the second alone says it. */
function together(first: Edit, second: Edit): Edit {
  if (overwrites(first, second)) return second;
  const edits = [first, second].flatMap((edit) => (edit.kind === 'batch' ? edit.edits : [edit]));
  const last = edits.at(-1);
  const previous = edits.at(-2);
  if (last !== undefined && previous !== undefined && overwrites(previous, last)) edits.splice(-2, 1);
  return { kind: 'batch', edits };
}

function overwrites(first: Edit, second: Edit): boolean {
  if (first.kind === 'moveNodes' && second.kind === 'moveNodes') {
    const moved = new Set(second.moves.map((move) => move.nodeId));
    return first.moves.every((move) => moved.has(move.nodeId));
  }
  if (first.kind === 'updateConfig' && second.kind === 'updateConfig') {
    return first.nodeId === second.nodeId && samePath(first.path, second.path);
  }
  return false;
}

function samePath(one: readonly (string | number)[], other: readonly (string | number)[]): boolean {
  return one.length === other.length && one.every((key, place) => key === other[place]);
}
