import { computed, inject, Injectable, Injector, signal } from '@angular/core';
import { Router } from '@angular/router';
import { accepted, apiErrorOf, GraphqlApi, Permissions } from '@millrace/web-api';
import {
  ExecutionCancelDocument,
  ExecutionPauseDocument,
  ExecutionPurgeDocument,
  ExecutionResumeDocument,
  ExecutionTerminateDocument,
  RunRerunDocument,
  type RerunVersion,
} from '@millrace/web-api/graphql';
import { Dialogs } from '@millrace/web-ui';
import type { ForkPlace } from '../fork/fork-places';
import { ForkRuns } from '../fork/fork-runs';
import { ApiRuns } from '../shared/api-runs';
import { ExportRuns } from '../shared/export-runs';
import { saveTextFile } from '../../shell/save-file';
import { RunView } from './run-view';

type Busy =
  'rerun' | 'retry' | 'fork' | 'star' | 'compare' | 'download' | 'cancel' | 'pause' | 'resume' | 'delete' | null;

/** Everything that one does to a run. Problems show in its head. */
@Injectable()
export class RunActions {
  private readonly api = inject(GraphqlApi);
  private readonly runs = inject(ApiRuns);
  private readonly exports = inject(ExportRuns);
  private readonly forks = inject(ForkRuns);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly view = inject(RunView);
  private readonly permissions = inject(Permissions);
  private readonly injector = inject(Injector);
  private readonly doing = signal<Busy>(null);
  private readonly refused = signal<string | null>(null);
  private readonly stopping = signal<string | undefined>(undefined);
  readonly busy = this.doing.asReadonly();
  /** Why the last action was not done. */
  readonly problem = this.refused.asReadonly();
  /** Whether the person may start runs, end them, star them and answer for them. */
  readonly mayControl = computed(() => this.permissions.has('execution:control'));
  readonly mayPurge = computed(() => this.permissions.has('execution:purge'));

  constructor() {
    void this.permissions.load();
  }

  /** Whether cancelling was asked for already: the next time ends the run at once. */
  isStopping(): boolean {
    return (
      this.view.run.isLive() && (this.stopping() === this.id() || this.view.run.state().cancelRequested !== undefined)
    );
  }

  /** The first time asks the run to stop, the second time ends it. */
  async stop(): Promise<void> {
    const isSecond = this.isStopping();
    this.stopping.set(this.id());
    await this.act('cancel', async (id) => {
      if (isSecond) accepted((await this.api.mutate(ExecutionTerminateDocument, { id })).executionTerminate);
      else accepted((await this.api.mutate(ExecutionCancelDocument, { id })).executionCancel);
    });
  }

  /** Starts no further step until the run is resumed. */
  async pause(): Promise<void> {
    await this.act('pause', async (id) => {
      accepted((await this.api.mutate(ExecutionPauseDocument, { id })).executionPause);
    });
  }

  /** Goes on with a paused run. */
  async resume(): Promise<void> {
    await this.act('resume', async (id) => {
      accepted((await this.api.mutate(ExecutionResumeDocument, { id })).executionResume);
    });
  }

  /** Starts a run with the same input and shows it. */
  async rerun(version: RerunVersion): Promise<void> {
    await this.act('rerun', async (id) => {
      const { executionRerun } = await this.api.mutate(RunRerunDocument, { id, version });
      const next = accepted(executionRerun).execution?.id;
      if (next !== undefined) await this.router.navigate(['/runs', next]);
    });
  }

  /** Starts a run of what failed, with what went well before, and shows it. */
  async retry(version: string): Promise<void> {
    await this.act('retry', (id) => this.forks.retry(id, version));
  }

  /** Shows what a fork would do from one of these places, or from what failed, and starts it if that is wanted. */
  async fork(places: readonly ForkPlace[] = [], attempt?: number): Promise<void> {
    const { run, session } = this.view;
    const { triggerNodeId, trigger } = run.state();
    await this.act('fork', async (executionId) =>
      this.forks.ask({
        executionId,
        workflowId: this.view.details()?.workflowId ?? null,
        triggerNodeId,
        trigger: trigger && (await run.loadRef(trigger)),
        labelOf: (nodeId) => session.node(nodeId)?.label ?? nodeId,
        places,
        ...(attempt === undefined ? {} : { attempt }),
      }),
    );
  }

  /** Deletes the run after asking; one that goes on is ended first, and its name must be typed. */
  async remove(): Promise<void> {
    const isLive = this.view.run.isLive();
    const isSure = await this.dialogs.confirm({
      heading: isLive ? 'Stop and delete this run?' : 'Delete this run?',
      text: `${isLive ? 'It ends at once. ' : ''}Its log and data go with it. This cannot be taken back.`,
      action: isLive ? 'Stop and delete' : 'Delete run',
      danger: true,
      ...(isLive ? { typeToConfirm: this.view.session.name() } : {}),
    });
    if (!isSure) return;
    await this.act('delete', async (id) => {
      if (isLive) {
        const reason = 'The run was deleted.';
        accepted((await this.api.mutate(ExecutionTerminateDocument, { id, reason })).executionTerminate);
      }
      accepted((await this.api.mutate(ExecutionPurgeDocument, { id })).executionPurge);
      await this.router.navigate(['/runs']);
    });
  }

  /** Saves the run with its document, log and values as a file. */
  async download(): Promise<void> {
    await this.act('download', async (id) =>
      saveTextFile(`run-${id}.json`, await this.exports.text([id]), 'application/json'),
    );
  }

  /** Whether the run only pretended, in a test or a dry run: a run like it would touch the world. */
  readonly isPretended = computed(() => this.view.details()?.mode === 'TEST');

  /** Whether a test can be made of the run: it is over, and the person may change its workflow. */
  readonly canBeTest = computed(
    () =>
      this.permissions.has('workflow:write') &&
      !this.isPretended() &&
      !this.view.run.isLive() &&
      !!this.view.details()?.workflowId,
  );

  /** Makes a test of the run, after asking what to keep. */
  async saveAsTest(): Promise<void> {
    const { id: executionId, workflowId } = this.view.details() ?? {};
    if (executionId === undefined || !workflowId) return;
    const { SaveAsTest } = await import('../../tests/save/save-as-test');
    await this.injector.get(SaveAsTest).open({ executionId, workflowId, document: this.view.session.document() });
  }

  /** Stars the run for everybody, or takes its star away. */
  async star(): Promise<void> {
    const starred = this.view.details()?.starred !== true;
    await this.act('star', async (id) => {
      await this.runs.star(id, starred);
      this.view.mark(starred);
    });
  }

  /** Shows the run beside the one of its workflow before it. */
  async compareWithPrevious(): Promise<void> {
    const details = this.view.details();
    if (!details?.workflowId) return;
    const { workflowId, createdAt } = details;
    await this.act('compare', async (id) => {
      const before = await this.runs.previous(workflowId, createdAt);
      if (before === undefined) this.refused.set('This is the first run of its workflow: there is none before it.');
      else await this.router.navigate(['/runs', before, 'compare', id]);
    });
  }

  dismiss(): void {
    this.refused.set(null);
  }

  private id(): string | undefined {
    return this.view.run.executionId();
  }

  private async act(what: Exclude<Busy, null>, work: (id: string) => Promise<void>): Promise<void> {
    const id = this.id();
    if (id === undefined || this.doing() !== null) return;
    this.doing.set(what);
    this.refused.set(null);
    try {
      await work(id);
    } catch (thrown) {
      this.refused.set(apiErrorOf(thrown).message);
    } finally {
      this.doing.set(null);
    }
  }
}
