import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import type { ExecutionForkInput } from '@millrace/web-api/graphql';
import {
  Button,
  Chip,
  CodeEditor,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  Field,
  formatCount,
  Icon,
  Notice,
  Segmented,
  Select,
  Skeleton,
  type Option,
} from '@millrace/web-ui';
import type { Json, WorkflowDocument } from '@millrace/workflow-model';
import { LoadedCatalogue } from '../../shared/loaded-catalogue';
import { WorkflowSchematic, type SchematicMark } from '../picture/workflow-schematic';
import { RunValues } from '../view/step/run-values';
import { ForkApi, type ForkPlan } from './fork-api';
import { FATE_LOOKS, pointWords, REASON_WORDS, turnsWords } from './fork-words';

/** What the dialog is given. */
export interface ForkDialogData {
  readonly executionId: string;
  readonly workflowId: string | null;
  /** Nodes and turns; what failed when absent. */
  readonly from?: readonly string[];
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
  imports: [Button, Chip, CodeEditor, DialogFrame, Field, Icon, Notice, Segmented, Select, Skeleton, WorkflowSchematic],
  templateUrl: './fork-dialog.html',
  styleUrl: './fork-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForkDialog {
  protected readonly data = inject<ForkDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly catalogue = inject(LoadedCatalogue).catalogue;
  private readonly api = inject(ForkApi);
  private readonly values = inject(RunValues);
  protected readonly fates = FATE_LOOKS;
  protected readonly reasons = REASON_WORDS;
  protected readonly turnsWords = turnsWords;
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
  /** What was typed, by parent or for the trigger; absent while it is as it was. */
  private readonly edits = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly parsed = computed(() => parsedOf(this.edits()));
  /** Only data that can be read is asked about. */
  private readonly wish = computed<ExecutionForkInput>(() => wishOf(this.data, this.version(), this.parsed().values));
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
    (this.shown()?.from ?? this.data.from ?? []).map((point) => pointWords(point, this.data.labelOf)),
  );
  /** What can be edited: the trigger's data, or what the parents of the one node gave. */
  protected readonly inputs = computed<readonly Option<string>[]>(() => {
    const [point] = this.data.from ?? [];
    if (point !== undefined && point === this.data.triggerNodeId) return [{ value: TRIGGER, label: 'Trigger data' }];
    return (this.shown()?.inputs ?? []).map(({ nodeId, label }) => ({ value: nodeId, label: `From ${label}` }));
  });
  protected readonly input = linkedSignal(() => this.inputs()[0]?.value);
  private readonly given = resource({
    params: () => this.input(),
    loader: ({ params }) => this.givenBy(params),
  });
  protected readonly isLoadingInput = this.given.isLoading;
  protected readonly text = computed(() => {
    const key = this.input();
    return (key === undefined ? undefined : this.edits().get(key)) ?? this.given.value() ?? '';
  });
  protected readonly isEdited = computed(() => this.edits().has(this.input() ?? ''));
  protected readonly invalid = computed(() => this.parsed().broken.includes(this.input() ?? ''));
  protected readonly effects = computed(() =>
    (this.shown()?.steps ?? []).filter((step) => step.hasEffects && step.fate === 'AGAIN').map(({ label }) => label),
  );
  protected readonly summary = computed(() => {
    const count = (...fates: string[]): number =>
      (this.shown()?.steps ?? []).filter(({ fate }) => fates.includes(fate)).length;
    return `${formatCount(count('REUSED'), 'step')} reused, ${count('AGAIN')} again, ${count('NEW')} for the first time`;
  });
  protected readonly picture = computed(() => outsideOf(this.shown()?.document as WorkflowDocument | undefined));
  protected readonly marks = computed<ReadonlyMap<string, SchematicMark>>(
    () => new Map((this.shown()?.steps ?? []).map(({ nodeId, fate }) => [nodeId, FATE_LOOKS[fate]])),
  );
  protected readonly canStart = computed(
    () => this.plan.hasValue() && !this.plan.isLoading() && this.parsed().broken.length === 0,
  );

  protected edit(text: string): void {
    const key = this.input();
    if (key === undefined || this.given.isLoading() || text === this.text()) return;
    const next = new Map(this.edits());
    if (text === this.given.value()) next.delete(key);
    else next.set(key, text);
    this.edits.set(next);
  }

  protected reset(): void {
    const next = new Map(this.edits());
    next.delete(this.input() ?? '');
    this.edits.set(next);
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

interface Parsed {
  readonly values: ReadonlyMap<string, Json>;
  /** Keys of what is no JSON. */
  readonly broken: readonly string[];
}

function parsedOf(edits: ReadonlyMap<string, string>): Parsed {
  const values = new Map<string, Json>();
  const broken: string[] = [];
  for (const [key, text] of edits) {
    try {
      values.set(key, JSON.parse(text) as Json);
    } catch {
      broken.push(key);
    }
  }
  return { values, broken };
}

function wishOf(data: ForkDialogData, version: string, edited: ReadonlyMap<string, Json>): ExecutionForkInput {
  const inputs = [...edited].filter(([key]) => key !== TRIGGER);
  return {
    version,
    ...(data.from ? { from: [...data.from] } : {}),
    ...(data.attempt === undefined ? {} : { attempt: data.attempt }),
    ...(edited.has(TRIGGER) ? { trigger: edited.get(TRIGGER) } : {}),
    ...(inputs.length > 0 ? { inputs: Object.fromEntries(inputs) } : {}),
  };
}

/** The workflow without what is inside of loops: the plan tells that by their turns. */
function outsideOf(document: WorkflowDocument | undefined): Pick<WorkflowDocument, 'nodes' | 'edges'> | undefined {
  if (document === undefined) return undefined;
  const nodes = document.nodes.filter(({ parent }) => parent === undefined);
  const ids = new Set(nodes.map(({ id }) => id));
  return { nodes, edges: document.edges.filter(({ source, target }) => ids.has(source) && ids.has(target)) };
}
