import { executionOutput, fold, initialState } from '@millrace/engine';
import type {
  ExecutionEvent,
  ExecutionState,
  NodeState,
  RecordedFailure,
  RecordedWake,
  ValueRef,
} from '@millrace/engine';
import { outputValue } from '@millrace/server-executions';
import { MAIN_PORT, aliasMap, type AliasMap, type Json, type WorkflowDocument } from '@millrace/workflow-model';

/** A call that a node would have made, or was kept from. */
export interface RecordedCall {
  readonly nodeId: string;
  readonly path?: string;
  readonly attempt: number;
  readonly call: Json;
  /** Milliseconds since the start, on the clock of the run. */
  readonly atMs: number;
}

/** A node in one turn, or outside of loops. */
export interface NodeFact {
  readonly path: string | undefined;
  readonly node: NodeState;
}

/** A finished run as those see it who judge it. */
export class RunFacts {
  readonly state: ExecutionState;
  readonly calls: readonly RecordedCall[];
  readonly aliases: AliasMap;

  constructor(
    readonly document: WorkflowDocument,
    readonly events: readonly ExecutionEvent[],
    private readonly payloads: ReadonlyMap<string, Json>,
  ) {
    this.state = fold(initialState(), events);
    this.calls = callsOf(events, this.state.startedAtMs ?? 0);
    this.aliases = aliasMap(document);
  }

  get status(): string {
    return this.state.status;
  }

  get error(): (RecordedFailure & { readonly nodeId?: string }) | undefined {
    return this.state.error;
  }

  /** Milliseconds on the clock of the run. */
  get elapsedMs(): number {
    const { startedAtMs = 0, finishedAtMs, clockMs } = this.state;
    return (finishedAtMs ?? clockMs ?? startedAtMs) - startedAtMs;
  }

  get output(): Json {
    const output = executionOutput(this.state, (id) => this.aliases.aliasById.get(id) ?? id);
    return outputValue(output, this.payloads);
  }

  get trigger(): Json {
    return this.state.trigger ? this.value(this.state.trigger) : null;
  }

  /** The value behind a reference. */
  value(ref: ValueRef): Json {
    return 'value' in ref ? ref.value : (this.payloads.get(ref.payloadId) ?? null);
  }

  /** What came to a node that waited. */
  payloadOf(wake: RecordedWake): Json {
    if (wake.kind !== 'event') return null;
    return wake.stored ? this.value(wake.stored) : wake.payload;
  }

  /** The node where it is asked for; without a path also in every turn that it ran in. */
  nodesAt(nodeId: string, path?: string): NodeFact[] {
    const all = factsOf(this.state, nodeId, undefined);
    return path === undefined ? all : all.filter((fact) => fact.path === path);
  }

  /** What the node gave on a port; on its live one when none is named. Undefined when it gave nothing there. */
  given(node: NodeState, port?: string): Json | undefined {
    const live = port ?? (Object.hasOwn(node.ports, MAIN_PORT) ? MAIN_PORT : Object.keys(node.ports)[0]);
    const ref = live === undefined ? undefined : node.ports[live];
    return ref === undefined ? undefined : this.value(ref);
  }

  /** What people call the node. */
  label(nodeId: string): string {
    return this.document.nodes.find(({ id }) => id === nodeId)?.label || nodeId;
  }
}

/** Ids of all values of a log that lie out of line. */
export function payloadIdsOf(events: readonly ExecutionEvent[]): string[] {
  const ids: string[] = [];
  for (const event of events) {
    if (event.type === 'workflow.started' && 'payloadId' in event.trigger) ids.push(event.trigger.payloadId);
    if (event.type === 'node.woken' && event.wake.kind === 'event' && event.wake.stored)
      ids.push(event.wake.stored.payloadId);
    if (event.type !== 'node.completed' && event.type !== 'node.reused') continue;
    for (const ref of Object.values(event.ports)) if ('payloadId' in ref) ids.push(ref.payloadId);
  }
  return ids;
}

function factsOf(state: ExecutionState, nodeId: string, within: string | undefined): NodeFact[] {
  const own = state.nodes.get(nodeId);
  const facts: NodeFact[] = own === undefined ? [] : [{ path: within, node: own }];
  for (const [loopId, { loop }] of state.nodes) {
    for (const [turn, inner] of loop?.turns ?? []) {
      const path = within === undefined ? `${loopId}/${turn}` : `${within}/${loopId}/${turn}`;
      facts.push(...factsOf(inner, nodeId, path));
    }
  }
  return facts;
}

function callsOf(events: readonly ExecutionEvent[], startedAtMs: number): RecordedCall[] {
  let clockMs = startedAtMs;
  return events.flatMap((event): RecordedCall[] => {
    if (event.type === 'clock.moved') clockMs = Math.max(clockMs, event.toMs);
    if (event.type !== 'call.simulated') return [];
    const { nodeId, path, attempt, call } = event;
    return [{ nodeId, attempt, call, atMs: clockMs - startedAtMs, ...(path === undefined ? {} : { path }) }];
  });
}
