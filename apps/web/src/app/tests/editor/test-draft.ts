import { computed, signal } from '@angular/core';
import { byReference, type EditorSession } from '@millrace/web-canvas';
import type { WorkflowTestSpec } from '@millrace/workflow-model';
import { canonicalJson } from '@millrace/workflow-model';

/** What a test is opened with. */
export interface OpenedTest {
  readonly id: string;
  readonly revision: number;
  readonly spec: WorkflowTestSpec;
}

const NOTHING: WorkflowTestSpec = {
  trigger: {},
  mocks: [],
  missing: 'fail',
  answers: [],
  failures: [],
  assertions: [],
};

/** A test while it is edited: what was changed of it, and whether it can be kept. */
export class TestDraft {
  readonly #kept = signal<OpenedTest | undefined>(undefined);
  readonly #spec = signal<WorkflowTestSpec>(NOTHING);
  readonly #flaws = signal<ReadonlyMap<string, string>>(new Map());
  /** Rises when everything is to be read anew. */
  readonly #opened = signal(0);
  readonly spec = this.#spec.asReadonly();
  readonly opened = this.#opened.asReadonly();
  readonly id = computed(() => this.#kept()?.id);
  readonly isDirty = computed(() => {
    const kept = this.#kept();
    if (kept === undefined) return false;
    return this.#flaws().size > 0 || textOf(kept.spec) !== textOf(this.#spec());
  });
  /** Why it cannot be kept as it is; undefined when it can. */
  readonly flaw = computed(() => [...this.#flaws().values()][0]);

  constructor(readonly session: EditorSession) {}

  /** Takes a test as the server has it. What was changed of the same one stays. */
  open(test: OpenedTest): void {
    const isSame = this.#kept()?.id === test.id;
    if (isSame && this.isDirty()) return void this.#kept.set(test);
    if (isSame && this.#kept()?.revision === test.revision) return;
    this.#kept.set(test);
    this.revert();
  }

  /** Changes a part of it. */
  change(part: Partial<WorkflowTestSpec>): void {
    this.#spec.update((spec) => ({ ...spec, ...part }));
  }

  /** Notes what is wrong with a field, or that nothing is. */
  note(field: string, flaw: string | undefined): void {
    if (this.#flaws().get(field) === flaw) return;
    this.#flaws.update((flaws) => {
      const next = new Map(flaws);
      if (flaw === undefined) next.delete(field);
      else next.set(field, flaw);
      return next;
    });
  }

  /** Forgets what is wrong with entries of a list from this place on: they move up, and show what they hold. */
  removed(list: string, place: number): void {
    const isGone = (field: string): boolean =>
      field.startsWith(`${list}-`) && Number(field.slice(list.length + 1)) >= place;
    this.#flaws.update((flaws) => new Map([...flaws].filter(([field]) => !isGone(field))));
  }

  /** What was changed is on the server. */
  saved(): void {
    this.#kept.update((kept) => kept && { ...kept, spec: this.#spec() });
  }

  /** Forgets what was changed. */
  revert(): void {
    this.#spec.set(this.#kept()?.spec ?? NOTHING);
    this.#flaws.set(new Map());
    this.#opened.update((count) => count + 1);
  }
}

const textOf = byReference((spec: WorkflowTestSpec) => canonicalJson(JSON.parse(JSON.stringify(spec)) as never));
