import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import type { ExecutionForkInput } from '@millrace/web-api/graphql';
import {
  Button,
  Chip,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  Field,
  Notice,
  Select,
  Skeleton,
  type Option,
} from '@millrace/web-ui';
import type { Json } from '@millrace/workflow-model';
import { RunValues } from '../view/step/run-values';
import { ForkApi, type ForkPlan } from './fork-api';
import { ForkInput } from './fork-input';
import type { ForkPlace } from './fork-places';
import { ForkPlanView } from './fork-plan-view';
import { pointWords } from './fork-words';
import { InputEdits } from './input-edits';

/** What the dialog is given. */
export interface ForkDialogData {
  readonly executionId: string;
  readonly workflowId: string | null;
  /** From where it can be forked, what is most likely first; what failed when there is none. */
  readonly places: readonly ForkPlace[];
  /** That was looked at, of the first place. */
  readonly attempt?: number;
  readonly version?: string;
  /** The node that the run began with: its data is what can be edited there. */
  readonly triggerNodeId: string | undefined;
  readonly trigger: Json | undefined;
  readonly labelOf: (nodeId: string) => string;
}

const TRIGGER = 'trigger';

/** Before a run is forked: with which version and input, what is kept of it and what runs again. */
@Component({
  selector: 'mr-fork-dialog',
  imports: [Button, Chip, DialogFrame, Field, ForkInput, ForkPlanView, Notice, Select, Skeleton],
  templateUrl: './fork-dialog.html',
  styleUrl: './fork-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForkDialog {
  protected readonly data = inject<ForkDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  private readonly api = inject(ForkApi);
  private readonly values = inject(RunValues);
  protected readonly place = signal(0);
  private readonly from = computed(() => this.data.places[this.place()]?.from);
  protected readonly places = computed<readonly Option<number>[]>(() =>
    this.data.places.map(({ label, description }, value) => ({ value, label, description })),
  );
  protected readonly attempt = computed(() => (this.place() === 0 ? this.data.attempt : undefined));
  protected readonly version = signal(this.data.version ?? 'same');
  protected readonly isStarting = signal(false);
  protected readonly refused = signal<string | undefined>(undefined);
  private readonly published = resource({
    loader: () => (this.data.workflowId === null ? Promise.resolve([]) : this.api.versions(this.data.workflowId)),
  });
  protected readonly versions = computed<readonly Option<string>[]>(() => [
    { value: 'same', label: 'Same as the run' },
    ...(this.data.workflowId === null
      ? []
      : [
          { value: 'draft', label: 'Current draft' },
          ...(this.published.value() ?? []).map(({ version, note }, index) => ({
            value: version,
            label: `v${version}${index === 0 ? ' (newest)' : ''}`,
            ...(note === '' ? {} : { hint: note }),
          })),
        ]),
  ]);
  /** By parent, or for the trigger. */
  protected readonly edits = new InputEdits();
  /** Only data that can be read is asked about. */
  private readonly wish = computed(() =>
    wishOf({ from: this.from(), attempt: this.attempt(), version: this.version(), edited: this.edits.values() }),
  );
  protected readonly plan = resource({
    params: () => this.wish(),
    loader: ({ params, abortSignal }) => this.api.plan(this.data.executionId, params, abortSignal),
  });
  /** The newest plan, also while the next is on its way. */
  protected readonly shown = linkedSignal<ForkPlan | undefined, ForkPlan | undefined>({
    source: () => (this.plan.hasValue() ? this.plan.value() : undefined),
    computation: (next, previous) => next ?? previous?.value,
  });
  protected readonly problem = computed(() => {
    const error = this.plan.error();
    return this.refused() ?? (error === undefined ? undefined : apiErrorOf(error).message);
  });
  protected readonly points = computed(() =>
    (this.shown()?.from ?? this.from() ?? []).map((point) => pointWords(point, this.data.labelOf)),
  );
  /** What can be edited: the trigger's data, or what the parents of the one node gave. */
  protected readonly inputs = computed<readonly Option<string>[]>(() => {
    const [point] = this.from() ?? [];
    if (point !== undefined && point === this.data.triggerNodeId) return [{ value: TRIGGER, label: 'Trigger data' }];
    const what = this.isItem() ? 'Item of' : 'From';
    return (this.shown()?.inputs ?? []).map(({ nodeId, label }) => ({ value: nodeId, label: `${what} ${label}` }));
  });
  /** Whether what can be edited is what a turn is about: its loop gave it. */
  protected readonly isItem = computed(() => {
    const [point = ''] = this.shown()?.from ?? [];
    return (this.shown()?.inputs ?? []).some(({ nodeId }) => point.split('/').slice(0, -1).includes(nodeId));
  });
  protected readonly input = linkedSignal(() => this.inputs()[0]?.value);
  protected readonly given = resource({
    params: () => this.input(),
    loader: ({ params }) => this.givenBy(params),
  });
  protected readonly isLoadingInput = this.given.isLoading;
  protected readonly text = computed(() => this.edits.textOf(this.input()) ?? this.given.value() ?? '');
  protected readonly canStart = computed(
    () => this.plan.hasValue() && !this.plan.isLoading() && this.edits.flaws().size === 0,
  );

  protected choosePlace(place: number): void {
    if (place === this.place()) return;
    // The inputs are those of another step.
    this.edits.forget();
    this.refused.set(undefined);
    this.place.set(place);
  }

  protected edit(text: string): void {
    const key = this.input();
    if (key === undefined || this.given.isLoading() || text === this.text()) return;
    this.edits.write(key, text, this.given.value());
  }

  protected noInputWords(): string {
    const from = this.shown()?.from ?? [];
    if (from.length !== 1) return 'Several steps run again, each with the input that it gets from its parents.';
    return 'No step before it gives it anything that could be edited.';
  }

  protected async start(): Promise<void> {
    const plan = this.plan.hasValue() ? this.plan.value() : undefined;
    if (plan === undefined || !this.canStart() || this.isStarting()) return;
    this.isStarting.set(true);
    this.refused.set(undefined);
    try {
      this.ref.close(await this.api.fork(this.data.executionId, { ...this.wish(), token: plan.token }));
    } catch (thrown) {
      const { code, message } = apiErrorOf(thrown);
      this.refused.set(message);
      if (code === 'FORK_PLAN_CHANGED') this.plan.reload();
    } finally {
      this.isStarting.set(false);
    }
  }

  private async givenBy(key: string): Promise<string> {
    if (key === TRIGGER) return JSON.stringify(this.data.trigger ?? {}, null, 2);
    const value = this.shown()?.inputs.find(({ nodeId }) => nodeId === key)?.value;
    if (value === undefined) return '';
    const { payloadId, bytes } = value;
    const ref = payloadId ? { payloadId, bytes: bytes ?? 0 } : { value: value.value as Json };
    return JSON.stringify(await this.values.whole(this.data.executionId, ref), null, 2);
  }
}

interface Wish {
  readonly from: readonly string[] | undefined;
  readonly attempt: number | undefined;
  readonly version: string;
  readonly edited: ReadonlyMap<string, Json>;
}

function wishOf({ from, attempt, version, edited }: Wish): ExecutionForkInput {
  const inputs = [...edited].filter(([key]) => key !== TRIGGER);
  return {
    version,
    ...(from ? { from: [...from] } : {}),
    ...(attempt === undefined ? {} : { attempt }),
    ...(edited.has(TRIGGER) ? { trigger: edited.get(TRIGGER) } : {}),
    ...(inputs.length > 0 ? { inputs: Object.fromEntries(inputs) } : {}),
  };
}
