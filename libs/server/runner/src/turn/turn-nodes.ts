import { nodeKey, placesOn, seenBy } from '@millrace/engine';
import type {
  Command,
  ExecutionEventBody,
  ExecutionGraph,
  ExecutionState,
  NodePlace,
  NodeState,
} from '@millrace/engine';
import { SecretMask } from '@millrace/server-credentials';
import type { ClaimedExecution } from '@millrace/server-executions';
import type { Json } from '@millrace/workflow-model';
import type { NodeResult } from '../node/call-node';
import { callNode } from '../node/call-node';
import { compiledAt } from '../node/compiled-workflow';
import type { CompiledNode, CompiledWorkflow } from '../node/compiled-workflow';
import { viewAt } from '../node/loop-views';
import { failureOf } from '../node/node-failure';
import type { RunView } from '../node/run-values';
import { simulateCall } from '../simulation/simulate-call';
import { simulatedEntries } from '../simulation/simulated-entries';
import type { SimulatedRun } from '../simulation/simulated-run';
import { passThroughOf } from './pass-through';
import type { RunningNodes } from './running-nodes';
import { settleResult } from './settle-result';
import type { TurnBudget } from './turn-budget';
import { nodePlace, readWake, startOf } from './turn-facts';
import type { TurnLog } from './turn-log';
import type { TurnParts } from './turn-parts';

/** In the place of chance, where the same must come out every time. */
const HALF = 0.5;

/** The command that a node is called for. */
export type RunNode = Extract<Command, { kind: 'run-node' }>;

/** What the nodes of one turn are called with. */
export interface TurnSetting {
  readonly parts: TurnParts;
  readonly claim: ClaimedExecution;
  readonly workflow: CompiledWorkflow;
  readonly graph: ExecutionGraph;
  readonly log: TurnLog;
  readonly running: RunningNodes;
  readonly budget: TurnBudget;
  /** Values that lie out of line, by id. */
  readonly payloads: Map<string, Json>;
  /** Of runs that only pretend. */
  readonly simulated: SimulatedRun | undefined;
}

/** The nodes of a turn: how they are called, and what becomes of what they give. When they may be called, others decide. */
export class TurnNodes {
  private readonly mask = new SecretMask();
  private hasWaitForEvent = false;

  constructor(private readonly setting: TurnSetting) {}

  /** Of the run: the clock of the database, or that of a run that only pretends. Milliseconds since the epoch. */
  now(): number {
    const { log, parts } = this.setting;
    return log.state.clockMs ?? parts.clock.now();
  }

  /** Folds in what ended since the last time. */
  takeResults(): void {
    const { running, simulated } = this.setting;
    for (const result of running.take()) this.settle(result);
    for (const result of simulated?.ready(this.now()) ?? []) this.settleNow(result);
  }

  /** Whether the node was called already, and its result is still to come. */
  has(place: NodePlace): boolean {
    const { running, simulated } = this.setting;
    return running.has(place) || simulated?.has(place) === true;
  }

  /** Whether the start of the node must be committed before it is called. */
  isEffect(place: NodePlace): boolean {
    const traits = this.compiled(place)?.traits;
    return traits?.pure !== true && traits?.repeatable !== true;
  }

  /** Runs what may run before its start is committed; answers whether the state changed. */
  begins(command: RunNode): boolean {
    if (command.passThrough) {
      this.record(passThroughOf(this.view(command), command));
      return true;
    }
    if (this.isEffect(command)) return false;
    if (this.compiled(command)?.traits.repeatable) {
      this.setting.log.push({ event: startOf(command), happened: true });
      this.launch(command);
      return true;
    }
    const controller = new AbortController();
    const result = this.call(command, controller);
    if (result instanceof Promise) {
      this.setting.running.add(command, controller, result);
      return false;
    }
    return this.settle(result);
  }

  /** Calls a node whose start is in the log. */
  launch(command: RunNode): void {
    const controller = new AbortController();
    this.setting.running.add(command, controller, Promise.resolve(this.call(command, controller)));
  }

  /** Answers whether the node was recorded as cancelled at once: nobody was calling it. */
  abort(command: NodePlace): boolean {
    const { running, simulated, graph, log } = this.setting;
    if (running.abort(command)) return false;
    simulated?.drop(command);
    const attempt = placesOn(graph, log.state, command.path)?.at(-1)?.state.nodes.get(command.nodeId)?.attempts;
    log.push({ event: { type: 'node.cancelled', ...nodePlace(command), attempt: attempt ?? 1 }, happened: false });
    return true;
  }

  /** Adds what was decided, and ends the wait of the node that it is about. */
  record(event: ExecutionEventBody): void {
    const place = 'nodeId' in event ? nodePlace(event) : undefined;
    const waited = place !== undefined && this.stateOf(place)?.wait !== undefined;
    this.setting.log.push({ event, happened: false, ...(waited ? { rows: { endedWaits: [nodeKey(place)] } } : {}) });
  }

  /** Whether a node began to wait for an event since the last time. */
  takeWaitForEvent(): boolean {
    const has = this.hasWaitForEvent;
    this.hasWaitForEvent = false;
    return has;
  }

  private stateOf({ nodeId, path }: NodePlace): NodeState | undefined {
    const { graph, log } = this.setting;
    if (path === undefined) return log.state.nodes.get(nodeId);
    return placesOn(graph, log.state, path)?.at(-1)?.state.nodes.get(nodeId);
  }

  private compiled({ nodeId, path }: NodePlace): CompiledNode | undefined {
    return compiledAt(this.setting.workflow, nodeId, path?.split('/').at(-2));
  }

  private call(command: RunNode, controller: AbortController): NodeResult | Promise<NodeResult> {
    const { nodeId, attempt } = command;
    const { parts, claim, budget, simulated, payloads } = this.setting;
    const compiled = this.compiled(command);
    if (compiled === undefined) throw new Error(`The graph names a node ${nodeId} that the document does not have`);
    budget.countNode();
    const { workspaceId, workflowId, versionId } = claim;
    const { ports, logger } = parts;
    const call = {
      ...{ view: this.view(command), compiled, attempt, workspaceId, workflowId, versionId },
      ...{ ports, controller, mask: this.mask },
    };
    const wake = readWake(command.wake, payloads);
    if (simulated) return simulateCall(call, wake, { script: simulated.script, logger });
    return callNode(call, wake, logger);
  }

  /** Answers whether something became of the result; it may have to wait for its time on the clock of the run. */
  private settle(result: NodeResult): boolean {
    if (this.setting.simulated?.holds(result, this.now())) return false;
    this.settleNow(result);
    return true;
  }

  private settleNow(result: NodeResult): void {
    const { parts, claim, graph, log, payloads, simulated } = this.setting;
    const compiled = this.compiled(result);
    const place = placesOn(graph, log.state, result.path)?.at(-1);
    // The run was ended over its head; nobody asks for the result any more.
    if (place === undefined || this.isForgotten(place.state, result.nodeId)) return;
    const about = { executionId: claim.executionId, nodeId: result.nodeId, type: compiled?.node.type ?? '' };
    const { entries, values } = settleResult(result, {
      ...place,
      nowMs: this.now(),
      random: simulated ? HALF : parts.random(),
      happened: compiled?.traits.pure !== true,
      failureOf: (error) => failureOf(error, parts.logger, about, this.mask),
    });
    for (const [id, value] of values) payloads.set(id, value);
    for (const entry of simulated ? simulatedEntries(result, entries) : entries) {
      log.push(entry);
      if (entry.event.type === 'node.waiting' && entry.event.wait.kind === 'event') this.hasWaitForEvent = true;
    }
  }

  /** Whether the run is being ended, and its log does not say that the node began. */
  private isForgotten({ nodes }: ExecutionState, nodeId: string): boolean {
    return this.setting.log.state.stop !== undefined && nodes.get(nodeId)?.status !== 'running';
  }

  /** The run as the node sees it. */
  private view({ nodeId, path }: NodePlace): RunView {
    const { parts, claim, workflow, graph, log, payloads } = this.setting;
    const run: RunView = {
      ...{ workflow, graph, state: log.state, executionId: claim.executionId, payloads },
      nowMs: this.now(),
      links: parts.runLinks,
    };
    const view = viewAt(run, path);
    if (view === undefined) throw new Error(`The run has no turn ${path}`);
    const state = seenBy(view.graph, view.state, nodeId);
    return state === view.state ? view : { ...view, state };
  }
}
