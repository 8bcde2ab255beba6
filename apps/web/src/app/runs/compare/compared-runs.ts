import { computed, inject, resource, type Signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import type { ValueRef } from '@millrace/engine';
import type { Json } from '@millrace/workflow-model';
import { ApiRunFeed, type RunDetails } from '../../shared/api-run-feed';
import { RunValues } from '../view/step/run-values';
import { comparedRun, comparedSteps, type ComparedRun } from './compared-steps';
import { differencesOf, type Comparison } from './differences';

interface LoadedRun extends ComparedRun {
  readonly details: RunDetails;
}

/** What part of a step is compared. */
export type ComparedPart = 'output' | 'input';

/** Two runs that are looked at side by side. Made in an injection context. */
export class ComparedRuns {
  private readonly feed = inject(ApiRunFeed);
  private readonly values = inject(RunValues);

  private readonly loaded = resource({
    params: () => ({ before: this.ids.before(), after: this.ids.after() }),
    loader: async ({ params }) => {
      const [before, after] = await Promise.all([this.read(params.before), this.read(params.after)]);
      return { before, after };
    },
  });
  readonly runs = computed(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  readonly isLoading = this.loaded.isLoading;
  readonly failure = computed(() => errorOf(this.loaded.error()));
  readonly steps = computed(() => {
    const runs = this.runs();
    return runs === undefined ? [] : comparedSteps(runs.before, runs.after);
  });
  private readonly compared = resource({
    params: () => {
      const runs = this.runs();
      const step = this.steps().find(({ nodeId }) => nodeId === this.ids.nodeId());
      return runs && step && { step, part: this.ids.part(), before: this.ids.before(), after: this.ids.after() };
    },
    loader: async ({ params: { step, part, before, after } }): Promise<Comparison> => {
      const [was, is] = await Promise.all([
        this.valueOf(before, { nodeId: step.nodeId, part, ref: step.before?.[part] }),
        this.valueOf(after, { nodeId: step.nodeId, part, ref: step.after?.[part] }),
      ]);
      return differencesOf(was, is);
    },
  });
  readonly comparison = computed(() => (this.compared.hasValue() ? this.compared.value() : undefined));
  readonly isComparing = this.compared.isLoading;
  readonly comparisonFailure = computed(() => errorOf(this.compared.error()));

  constructor(
    private readonly ids: {
      readonly before: Signal<string>;
      readonly after: Signal<string>;
      readonly nodeId: Signal<string | undefined>;
      readonly part: Signal<ComparedPart>;
    },
  ) {}

  retry(): void {
    this.loaded.reload();
  }

  private async read(id: string): Promise<LoadedRun> {
    const details = await this.feed.details(id);
    return { ...comparedRun(await this.feed.snapshotOf(details)), details };
  }

  private async valueOf(
    executionId: string,
    { nodeId, part, ref }: { nodeId: string; part: ComparedPart; ref: ValueRef | undefined },
  ): Promise<Json | undefined> {
    const known = ref ?? (part === 'input' ? await this.values.inputOf(executionId, nodeId) : undefined);
    return known && this.values.whole(executionId, known);
  }
}

function errorOf(error: Error | undefined): ReturnType<typeof apiErrorOf> | undefined {
  return error && apiErrorOf(error.cause ?? error);
}
