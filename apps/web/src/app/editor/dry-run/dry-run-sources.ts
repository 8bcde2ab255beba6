import { computed, signal } from '@angular/core';
import type { GraphqlApi } from '@millrace/web-api';
import { DryRunSourcesDocument, DryRunTriggerDocument } from '@millrace/web-api/graphql';
import { formatRelative, type Option } from '@millrace/web-ui';
import type { Json } from '@millrace/workflow-model';

/** Stands for no run at all. */
export const NO_SOURCE = '';

const WORDS: Readonly<Record<string, string>> = { COMPLETED: 'Completed', FAILED: 'Failed' };

/** Runs whose outputs can stand in for the calls of a dry run, and the one that does. */
export class DryRunSources {
  readonly #api: Pick<GraphqlApi, 'query'>;
  readonly #runs = signal<readonly Option[]>([]);
  readonly #chosen = signal<string>(NO_SOURCE);
  readonly #trigger = signal<{ readonly of: string; readonly value: Json } | undefined>(undefined);
  /** The run that stands in; `NO_SOURCE` for none. */
  readonly chosen = this.#chosen.asReadonly();
  /** What the run that stands in began with, when that is known. */
  readonly trigger = computed(() => {
    const trigger = this.#trigger();
    return trigger?.of === this.#chosen() ? trigger.value : undefined;
  });
  readonly options = computed((): readonly Option[] => [
    { value: NO_SOURCE, label: 'Sample data from what steps say of themselves' },
    ...this.#runs(),
  ]);

  /** `shownId` is the run that the canvas shows: it stands in unless somebody chooses another one. */
  constructor(
    api: Pick<GraphqlApi, 'query'>,
    private readonly shownId?: string,
  ) {
    this.#api = api;
    if (shownId !== undefined) {
      this.#runs.set([{ value: shownId, label: 'The run that is shown' }]);
      this.#chosen.set(shownId);
    }
  }

  /** Reads the newest runs of a workflow; the newest that went well stands in when none is shown. Without a server there are none. */
  async load(workflowId: string): Promise<void> {
    const found = await this.#api.query(DryRunSourcesDocument, { workflowId }).catch(() => undefined);
    const nodes = found?.executions.nodes ?? [];
    const others = nodes.filter(({ id }) => id !== this.shownId);
    const read = others.map(({ id, status, createdAt }) => ({
      value: id,
      label: `${WORDS[status] ?? status} run, ${formatRelative(createdAt)}`,
    }));
    this.#runs.update((known) => [...known.filter(({ value }) => value === this.shownId), ...read]);
    const best = others.find(({ status }) => status === 'COMPLETED') ?? others[0];
    if (this.#chosen() === NO_SOURCE && best !== undefined) await this.choose(best.id);
  }

  /** Lets a run stand in, and reads what it began with. */
  async choose(id: string | null): Promise<void> {
    const chosen = id ?? NO_SOURCE;
    this.#chosen.set(chosen);
    if (chosen === NO_SOURCE || chosen === this.shownId) return;
    const run = await this.#api.query(DryRunTriggerDocument, { id: chosen }).catch(() => undefined);
    const value = run?.execution?.trigger as Json | undefined;
    if (value !== undefined && value !== null) this.#trigger.set({ of: chosen, value });
  }
}
