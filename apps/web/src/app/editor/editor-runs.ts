import { computed, inject, Injectable, Injector, signal } from '@angular/core';
import { apiErrorOf, MutationRefused, Session } from '@millrace/web-api';
import type { RunMode, RunPlan } from '@millrace/web-canvas';
import { Toasts } from '@millrace/web-ui/base';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { RunWorkflow } from './api/run-workflow';
import { EditorState } from './editor-state';

/** Why a run was not started, and the step that is in the way. */
export interface RunRefusal {
  readonly message: string;
  readonly nodeId?: string;
}

/** Runs from the editor: start, parts, stop. Problems show beside the run button. */
@Injectable()
export class EditorRuns {
  readonly #state = inject(EditorState);
  readonly #runs = inject(RunWorkflow);
  readonly #toasts = inject(Toasts);
  readonly #injector = inject(Injector);
  /** Whether the person may start runs here. */
  readonly mayRun = inject(Session).mayRun;
  readonly #isStarting = signal(false);
  readonly #error = signal<RunRefusal | undefined>(undefined);
  readonly #stopping = signal<string | undefined>(undefined);
  readonly isStarting = this.#isStarting.asReadonly();
  /** Why the last start was refused. */
  readonly error = this.#error.asReadonly();
  readonly isLive = computed(() => this.#state.session.run.isLive());
  /** Whether the run that is shown is paused, and the person may go on with it. */
  readonly isHeld = computed(() => this.mayRun() && this.isLive() && this.#state.session.run.status() === 'paused');
  /** Whether stopping was asked for already: the next click ends the run at once. */
  readonly isStopping = computed(() => this.isLive() && this.#stopping() === this.#state.session.run.executionId());
  /** Triggers that a run can begin with. */
  readonly triggers = computed(() => {
    const { session } = this.#state;
    return session.nodes().filter((node) => node.enabled && session.catalogue.isTrigger(node));
  });

  /** The one that running by hand means: a manual trigger before others. */
  readonly first = computed(
    () => (this.triggers().find((node) => node.type === 'manual-trigger') ?? this.triggers()[0])?.id,
  );

  /** Runs the whole draft; `input` is what its trigger gives. A form is asked for first. */
  async run(triggerNodeId = this.first(), input?: Json): Promise<void> {
    const given = input === undefined ? await this.#filledIn(triggerNodeId) : { input };
    if (given === undefined) return;
    const trigger = { ...(triggerNodeId !== undefined && { triggerNodeId }), ...given };
    return this.#start((id, pauseBefore) => this.#runs.start(id, { ...trigger, pauseBefore }));
  }

  /** Runs what the session planned. */
  runPlan({ nodeId, mode }: RunPlan): Promise<void> {
    return this.runPart(nodeId, mode);
  }

  /** Runs a step, everything up to it, or it and what follows. */
  async runPart(nodeId: string, mode: RunMode, alsoRun: readonly string[] = []): Promise<void> {
    const { session } = this.#state;
    const { run, triggerNodeId } = session.dirty.plan(nodeId, mode);
    const begins = triggerNodeId !== undefined && run.includes(triggerNodeId);
    const given = begins ? await this.#filledIn(triggerNodeId) : {};
    if (given === undefined) return;
    const source = session.run.executionId();
    return this.#start((id, pauseBefore) =>
      this.#runs.startPartial(id, {
        ...{ nodeId, mode, alsoRun, pauseBefore },
        ...(given.input !== undefined && { triggerNodeId, triggerInput: given.input }),
        ...(source && { sourceExecutionId: source }),
      }),
    );
  }

  /** Runs these steps, with everything before them from the last run. */
  runNodes(nodeIds: readonly string[]): Promise<void> {
    const { order } = this.#state.session.index();
    const [first, ...others] = order.filter((id) => nodeIds.includes(id));
    return first === undefined ? Promise.resolve() : this.runPart(first, 'step', others);
  }

  /** Goes on with a run that is paused, at a breakpoint or by somebody. */
  resume(): Promise<void> {
    return this.isHeld() ? this.#act((id) => this.#runs.resume(id)) : Promise.resolve();
  }

  /** Runs one step of a paused run and pauses again before what comes next; the first that it is paused before, unless told. */
  step(nodeId?: string): Promise<void> {
    const { run } = this.#state.session;
    if (!this.isHeld() || !run.isByHand()) return Promise.resolve();
    const next = nodeId ?? run.pausedAt()[0];
    return this.#act((id) => this.#runs.step(id, next === undefined ? [] : [next]));
  }

  /** Ends the wait of a step for a time at once. */
  skipWait(nodeId: string): Promise<void> {
    return this.#act((id) => this.#runs.skipWait(id, nodeId));
  }

  /** The first time asks the run to stop, the second time ends it. */
  async stop(): Promise<void> {
    const id = this.#state.session.run.executionId();
    if (id === undefined || !this.isLive()) return;
    const isSecond = this.isStopping();
    this.#stopping.set(id);
    await this.#act(() => (isSecond ? this.#runs.terminate(id) : this.#runs.cancel(id)));
  }

  dismissError(): void {
    this.#error.set(undefined);
  }

  /** What the form of a trigger was filled in with; nothing for others, undefined when somebody thought better of it. */
  async #filledIn(triggerNodeId: string | undefined): Promise<{ readonly input?: JsonObject } | undefined> {
    const { session } = this.#state;
    const node = session.node(triggerNodeId ?? '');
    const isAsked = node !== undefined && session.catalogue.of(node)?.startsOn === 'form';
    if (!isAsked || session.pins.isPinned(node.id) || !this.mayRun() || this.#isStarting()) return {};
    const { FormAsks } = await import('@millrace/web-canvas/node-view');
    const input = await this.#injector.get(FormAsks).ask(session.workflowId() ?? '', node);
    return input && { input };
  }

  async #act(work: (executionId: string) => Promise<void>): Promise<void> {
    const id = this.#state.session.run.executionId();
    if (id === undefined) return;
    try {
      await work(id);
    } catch (error) {
      this.#toasts.show(apiErrorOf(error).message, { tone: 'error' });
    }
  }

  async #start(start: (workflowId: string, pauseBefore: readonly string[]) => Promise<string>): Promise<void> {
    const { session } = this.#state;
    const workflowId = session.workflowId();
    if (workflowId === undefined || this.#isStarting() || !this.mayRun()) return;
    this.#isStarting.set(true);
    this.#error.set(undefined);
    try {
      if (!(await session.flush())) {
        this.#error.set({ message: 'The draft or its pins could not be saved, and runs follow what is saved.' });
        return;
      }
      const executionId = await start(workflowId, session.breakpoints.ids());
      void session.run.follow(executionId);
      if (this.#state.dock() === undefined) this.#state.dock.set('log');
    } catch (error) {
      this.#error.set(whyNot(error));
    } finally {
      this.#isStarting.set(false);
    }
  }
}

/** The first thing that is wrong, and how many more there are. */
function whyNot(error: unknown): RunRefusal {
  const issues = error instanceof MutationRefused ? (error.failure('WorkflowInvalid')?.issues ?? []) : [];
  const [first, ...others] = issues.filter(({ severity }) => severity === 'ERROR');
  if (first === undefined) return { message: apiErrorOf(error).message };
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return { message: `${first.message}${more}`, ...(first.nodeId && { nodeId: first.nodeId }) };
}
