import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import { executionOutput, type ExecutionOutput, type ValueRef } from '@millrace/engine';
import { priceWords } from '@millrace/web-canvas';
import type { Json } from '@millrace/workflow-model';
import {
  Button,
  DataViewer,
  EmptyState,
  Notice,
  Skeleton,
  TabPanel,
  Tabs,
  type DataView,
  type Tab,
} from '@millrace/web-ui';
import { FailurePanel } from './failure/failure-panel';
import { attemptsOf } from './failure/failure-report';
import { failedLoop } from './failure/turn-label';
import { RunActions } from './run-actions';
import { RunFamily } from './family/run-family';
import { RunView } from './run-view';
import { AnswerBox } from '../../waiting/answer-box';
import { RunValues } from './step/run-values';
import { RunApprovals } from '../../waiting/run-approvals';

/** The run as a whole: why it failed, what it waits for, what it began with and what came of it. */
@Component({
  selector: 'mr-run-overview',
  imports: [Button, AnswerBox, DataViewer, EmptyState, FailurePanel, Notice, Skeleton, TabPanel, Tabs, RunFamily],
  providers: [RunApprovals],
  templateUrl: './run-overview.html',
  styleUrl: './run-overview.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunOverview {
  protected readonly view = inject(RunView);
  protected readonly actions = inject(RunActions);
  private readonly values = inject(RunValues);
  protected readonly labelOf = (nodeId: string): string => this.view.session.node(nodeId)?.label ?? nodeId;
  protected readonly dataView = signal<DataView>('json');
  protected readonly tab = signal<'trigger' | 'result'>('trigger');
  protected readonly tabs: readonly Tab<'trigger' | 'result'>[] = [
    { id: 'trigger', label: 'Trigger data' },
    { id: 'result', label: 'Result' },
  ];
  protected readonly failure = computed(() => {
    const error = this.view.run.error();
    return error && { ...error, nodeId: error.nodeId ?? null };
  });
  /** What whoever cancelled it, or a limit of its workflow, said. */
  protected readonly cancelled = computed(() => {
    if (this.view.run.state().status !== 'cancelled') return undefined;
    for (const event of this.view.run.events()) {
      if (event.type !== 'workflow.cancel_requested') continue;
      const heading = event.terminate ? 'Why it was terminated' : 'Why it was cancelled';
      return event.reason ? { heading, reason: event.reason } : undefined;
    }
    return undefined;
  });
  protected readonly failedLabel = computed(() => {
    const nodeId = this.failure()?.nodeId;
    return nodeId ? failedLoop(this.view.session, nodeId) : undefined;
  });
  protected readonly attempts = computed(() => {
    const nodeId = this.failure()?.nodeId;
    return nodeId ? attemptsOf(this.view.run.events(), nodeId) : [];
  });
  /** Steps that asked models, the dearest first. */
  protected readonly costs = computed(() =>
    [...this.view.costs().nodes]
      .sort(([, one], [, other]) => other.totalTokens - one.totalTokens)
      .map(([nodeId, cost]) => ({
        nodeId,
        label: this.view.session.node(nodeId)?.label ?? nodeId,
        tokens: cost.totalTokens.toLocaleString('en-GB'),
        price: priceWords(cost) ?? 'not known',
      })),
  );
  private readonly result = computed(() => {
    return executionOutput(this.view.run.state(), (id) => this.view.session.node(id)?.label ?? id);
  });
  protected readonly shown = resource({
    params: () => {
      const executionId = this.view.run.executionId();
      const output = this.tab() === 'trigger' ? triggerOf(this.view.run.state().trigger) : this.result();
      return executionId === undefined || output.kind === 'none' ? undefined : { executionId, output };
    },
    loader: ({ params: { executionId, output } }) => this.whole(executionId, output),
  });
  protected readonly emptyWords = computed(() => {
    if (this.tab() === 'trigger') return 'The run has not begun yet';
    return this.view.run.isLive() ? 'The result comes when the run is over' : 'The run gave no result';
  });

  constructor() {
    inject(RunApprovals).follow(this.view.run.executionId, this.view.waiting);
  }

  protected messageOf(error: unknown): string {
    return apiErrorOf(error).message;
  }

  private async whole(executionId: string, output: ExecutionOutput): Promise<Json | undefined> {
    if (output.kind === 'one') return this.values.whole(executionId, output.ref);
    if (output.kind === 'none') return undefined;
    const parts = Object.entries(output.refs).map(
      async ([alias, ref]) => [alias, await this.values.whole(executionId, ref)] as const,
    );
    return Object.fromEntries(await Promise.all(parts));
  }
}

function triggerOf(ref: ValueRef | undefined): ExecutionOutput {
  return ref === undefined ? { kind: 'none' } : { kind: 'one', nodeId: '', ref };
}
