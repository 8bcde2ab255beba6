import { computed, inject, Injectable, signal } from '@angular/core';
import { accepted, apiErrorOf, GraphqlApi } from '@millrace/web-api';
import {
  WorkflowDryRunDocument,
  WorkflowDryRunReportDocument,
  type WorkflowDryRunReportQuery,
} from '@millrace/web-api/graphql';
import type { InjectedFailure, Json, ScriptedAnswer } from '@millrace/workflow-model';
import type { EditorState } from '../editor-state';

/** What a dry run showed. */
export type DryRunReport = WorkflowDryRunReportQuery['workflowDryRunReport'];
/** Something that happened on the clock of a dry run. */
export type DryRunMoment = DryRunReport['timeline'][number];

/** What a dry run begins with and pretends. */
export interface DryRunRequest {
  readonly triggerNodeId?: string;
  readonly trigger: Json;
  /** Whether steps that only read are really called. */
  readonly readsReally: boolean;
  /** Whose outputs stand in for calls. */
  readonly sourceExecutionId?: string;
  readonly failures: readonly InjectedFailure[];
  /** Of what waits: how it is answered. */
  readonly answers?: readonly Answer[];
}

type Answer = Pick<ScriptedAnswer, 'nodeId'> & Partial<ScriptedAnswer>;

const POLL_MS = 700;

/** Dry runs from the editor: the run is painted on the canvas, the report stands in the dock. Comes with the first that is asked for. */
@Injectable({ providedIn: 'root' })
export class DryRuns {
  readonly #api = inject(GraphqlApi);
  readonly #editor = signal<EditorState | undefined>(undefined);
  readonly #report = signal<DryRunReport | undefined>(undefined);
  readonly #error = signal<string | undefined>(undefined);
  readonly #isBusy = signal(false);
  readonly #failures = signal<readonly InjectedFailure[]>([]);
  #last: DryRunRequest | undefined;
  readonly report = this.#report.asReadonly();
  /** Why there is no report, or none as it should be. */
  readonly error = this.#error.asReadonly();
  readonly isBusy = this.#isBusy.asReadonly();
  /** Failures that the next dry run injects; of steps that are still there. */
  readonly failures = computed(() => this.#failures().filter(({ nodeId }) => this.#editor()?.session.node(nodeId)));
  /** Whether the canvas shows the run of the report. */
  readonly isPainted = computed(
    () => this.#report() !== undefined && this.#editor()?.session.run.executionId() === this.#report()?.executionId,
  );

  /** Works in this editor from now on. What was shown of another one is forgotten. */
  attach(editor: EditorState): void {
    if (this.#editor() === editor) return;
    this.#editor.set(editor);
    this.#report.set(undefined);
    this.#error.set(undefined);
    this.#failures.set([]);
    this.#last = undefined;
  }

  setFailures(failures: readonly InjectedFailure[]): void {
    this.#failures.set(failures);
  }

  /** Lets a step meet a failure in the next dry run; without a kind, none any more. */
  inject(nodeId: string, kind?: InjectedFailure['kind']): void {
    const others = this.#failures().filter((one) => one.nodeId !== nodeId);
    const extra =
      kind === 'rate-limit' ? { times: 1, retryAfterMs: 30_000 } : kind === 'slow' ? { delayMs: 60_000 } : {};
    this.#failures.set(kind === undefined ? others : [...others, { nodeId, kind, ...extra }]);
  }

  /** Paints the run of the report again. */
  paint(): void {
    const id = this.#report()?.executionId;
    if (id !== undefined) void this.#editor()?.session.run.follow(id);
  }

  /** Makes a dry run of the saved draft. True when it has begun; why not is in `error`. */
  async start(request: DryRunRequest): Promise<boolean> {
    const editor = this.#editor();
    const workflowId = editor?.session.workflowId();
    if (editor === undefined || workflowId === undefined || this.#isBusy()) return false;
    const { session } = editor;
    this.#isBusy.set(true);
    this.#error.set(undefined);
    try {
      if (!(await session.flush())) throw new Error('The draft could not be saved, and dry runs follow what is saved.');
      const { triggerNodeId, trigger, readsReally, sourceExecutionId, failures, answers = [] } = request;
      const input = {
        trigger,
        usePins: true,
        reads: readsReally ? ('REAL' as const) : ('MOCK' as const),
        ...{ failures, answers },
        ...(triggerNodeId && { triggerNodeId }),
        ...(sourceExecutionId && { sourceExecutionId }),
      };
      const payload = (await this.#api.mutate(WorkflowDryRunDocument, { workflowId, input })).workflowDryRun;
      const executionId = accepted(payload).executionId ?? '';
      this.#last = request;
      this.#report.set(undefined);
      void session.run.follow(executionId);
      editor.dock.set('dry-run');
      void this.#follow(executionId);
      return true;
    } catch (thrown) {
      this.#error.set(thrown instanceof Error && !('code' in thrown) ? thrown.message : apiErrorOf(thrown).message);
      this.#isBusy.set(false);
      return false;
    }
  }

  /** The same once more, with another end of an approval. */
  async decide({ nodeId, path }: DryRunMoment, branch: string): Promise<void> {
    if (this.#last === undefined) return;
    const place = { nodeId, ...(path !== null && { path }) };
    const answer = branch === 'timeout' ? { timeout: true as const } : { payload: { approved: branch === 'approved' } };
    const others = (this.#last.answers ?? []).filter((one) => one.nodeId !== nodeId || one.path !== place.path);
    await this.start({ ...this.#last, answers: [...others, { ...place, ...answer }] });
  }

  /** Reads the report until the run is over: on its own clock that takes no time. */
  async #follow(executionId: string): Promise<void> {
    try {
      for (;;) {
        const { workflowDryRunReport } = await this.#api.query(WorkflowDryRunReportDocument, { executionId });
        this.#report.set(workflowDryRunReport);
        if (workflowDryRunReport.isOver) return;
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    } catch (thrown) {
      this.#error.set(apiErrorOf(thrown).message);
    } finally {
      this.#isBusy.set(false);
    }
  }
}
