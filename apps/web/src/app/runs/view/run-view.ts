import { computed, inject, Injectable, signal, type OnDestroy } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import type { ExecutionState } from '@millrace/engine';
import { EditorSession, runCosts } from '@millrace/web-canvas';
import type { StatusName } from '@millrace/web-ui';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { ApiRunFeed, type RunDetails } from '../../shared/api-run-feed';
import { LoadedCatalogue } from '../../shared/loaded-catalogue';
import { waitingSteps } from '../../waiting/waiting-steps';
import { Playback } from './slider/playback';

/** One run that is looked at: its details, its document on a canvas that cannot be changed, and its events as they come. */
@Injectable()
export class RunView implements OnDestroy {
  private readonly feed = inject(ApiRunFeed);
  private readonly definitions = inject(LoadedCatalogue);
  private readonly found = signal<RunDetails | undefined>(undefined);
  private readonly hinted = signal<string | undefined>(undefined);

  readonly session = new EditorSession({
    catalogue: this.definitions.catalogue,
    runs: {
      snapshot: async (id) => {
        const [details] = await Promise.all([this.feed.details(id), this.definitions.load()]);
        const snapshot = await this.feed.snapshotOf(details);
        this.found.set(details);
        this.session.view(snapshot.document, snapshot.workflowId);
        return snapshot;
      },
      watch: (id, afterSeq, stop) => this.feed.watch(id, afterSeq, stop),
      progress: (id, stop) => this.feed.progress(id, stop),
      value: (id, payloadId) => this.feed.value(id, payloadId),
    },
  });
  readonly run = this.session.run;
  /** Goes over what happened. */
  readonly playback = new Playback(this.run);
  readonly details = this.found.asReadonly();
  /** Node under the pointer, on the canvas or on the timeline. */
  readonly hoveredId = this.hinted.asReadonly();
  readonly failure = computed(() => {
    const error = this.run.following() === 'failed' ? this.run.loadError() : undefined;
    return error === undefined ? undefined : apiErrorOf(error);
  });
  readonly status = computed<StatusName>(() => this.run.status());
  /** How it stands now, also while one looks back. */
  readonly newestStatus = computed<StatusName>(() => this.run.newest().status);
  readonly selectedId = computed(() => {
    const { nodeIds } = this.session.selection.selected();
    return nodeIds.size === 1 ? [...nodeIds][0] : undefined;
  });
  readonly waiting = computed(() => waitingSteps(this.run.state(), this.session.document()));
  /** 0 to 100: of the steps that take part, those that are over. */
  readonly progress = computed(() => progressOf(this.run.state(), this.session.document()));

  /** What models took, by step and in all. */
  readonly costs = computed(() => runCosts(this.session));

  /** Shows a run and follows it until it is over. */
  async open(executionId: string): Promise<void> {
    this.found.set(undefined);
    this.session.selection.clear();
    this.playback.pause();
    await this.run.follow(executionId);
  }

  /** Shows the run with a star, or without. */
  mark(starred: boolean): void {
    this.found.update((details) => details && { ...details, starred });
  }

  /** Shows one step, or with undefined the whole run. */
  select(nodeId: string | undefined): void {
    if (nodeId === undefined) this.session.selection.clear();
    else this.session.selection.select({ nodeIds: [nodeId] });
  }

  /** Looks at a turn such as `each/3`, and at the turns around it. */
  lookAt(path: string): void {
    const parts = path.split('/');
    for (let place = 0; place + 1 < parts.length; place += 2) {
      this.run.chooseTurn(parts[place] ?? '', Number(parts[place + 1]));
    }
  }

  /** The pointer is over a step, or over none. */
  hover(nodeId: string | undefined): void {
    this.hinted.set(nodeId);
  }

  ngOnDestroy(): void {
    this.playback.pause();
    this.session.dispose();
  }
}

/** Steps that are over, in per cent of those that take part. A loop counts as one, by the share of its turns that are over. */
export function progressOf(state: ExecutionState, document: WorkflowDocument): number {
  if (state.status === 'completed') return 100;
  const all = state.only?.length ?? document.nodes.filter(({ parent }) => parent === undefined).length;
  let over = 0;
  for (const { finishedAtMs, status, loop } of state.nodes.values()) {
    if (finishedAtMs !== undefined || status === 'skipped') over += 1;
    else if (loop !== undefined && loop.count > 0) over += loop.finished / loop.count;
  }
  return all === 0 ? 0 : Math.min(99, Math.round((over / all) * 100));
}
