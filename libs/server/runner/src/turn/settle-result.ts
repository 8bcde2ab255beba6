import { nodeKey, settleFailure } from '@millrace/engine';
import type { ExecutionEventBody, ExecutionGraph, ExecutionState, RecordedFailure, ValueRef } from '@millrace/engine';
import { storeValue } from '@millrace/server-executions';
import type { PayloadRow } from '@millrace/server-executions';
import type { Iteration, OutputOutcome, Wait, WebhookResponse } from '@millrace/node-sdk';
import { LIMITS, MAIN_PORT } from '@millrace/workflow-model';
import type { Json, JsonObject } from '@millrace/workflow-model';
import type { NodeResult } from '../node/call-node';
import { asJson } from '../node/json-value';
import { nodePlace } from './turn-facts';
import type { Entry } from './turn-log';

/** Bytes of JSON that a node may give on all ports together. */
export const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

/** Bytes of JSON that a node may keep over a wait. */
export const MAX_WAIT_STATE_BYTES = 64 * 1024;

/** What a result is judged by. `graph` and `state` are those of the place: the run, or the body and the turn. */
export interface SettleContext {
  readonly graph: ExecutionGraph;
  readonly state: ExecutionState;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  /** In [0, 1). */
  readonly random: number;
  /** Whether the attempt had effects that must not be forgotten. */
  readonly happened: boolean;
  /** Turns what a node threw at us while it was judged into a failure. */
  readonly failureOf: (error: unknown) => RecordedFailure;
}

/** The entries that an ended attempt gives: its log lines, then its outcome with the rows that belong to it. */
export function settleResult(
  result: NodeResult,
  context: SettleContext,
): { entries: Entry[]; values: Map<string, Json> } {
  const values = new Map<string, Json>();
  const logs = result.logs.map((line): Entry => ({
    event: { type: 'node.log', ...nodePlace(result), ...line },
    happened: context.happened,
  }));
  return { entries: [...logs, outcomeEntry(result, context, values)], values };
}

function outcomeEntry(result: NodeResult, context: SettleContext, values: Map<string, Json>): Entry {
  const { attempt, outcome } = result;
  const place = nodePlace(result);
  const { happened } = context;
  try {
    switch (outcome.kind) {
      case 'output':
        return completed(result, outcome, context, values);
      case 'failed':
        return { event: failedEvent(result, outcome.failure, context), happened };
      case 'aborted':
        return { event: { type: 'node.cancelled', ...place, attempt }, happened };
      case 'suspended':
        return suspendedEntry(result, asJson(outcome.wait) as unknown as Wait, context);
      case 'iterate':
        return iterating(result, outcome, context, values);
    }
  } catch (error) {
    return { event: failedEvent(result, context.failureOf(error), context), happened };
  }
}

function suspendedEntry(result: NodeResult, wait: Wait, context: SettleContext): Entry {
  const { attempt, startedAtMs, published } = result;
  const { happened } = context;
  const place = nodePlace(result);
  const bytes = wait.kind === 'timer' ? Buffer.byteLength(JSON.stringify(wait.state ?? null)) : 0;
  if (bytes > MAX_WAIT_STATE_BYTES) return { event: failedEvent(result, stateTooLarge(bytes), context), happened };
  const event: ExecutionEventBody = { type: 'node.waiting', ...place, attempt, wait, startedAtMs };
  return { event, happened, rows: { waits: [{ nodeId: nodeKey(place), wait }], published } };
}

function failedEvent(result: NodeResult, failure: RecordedFailure, context: SettleContext): ExecutionEventBody {
  const { graph, state, nowMs, random } = context;
  const { nodeId, path, attempt, startedAtMs, durationMs } = result;
  const event = settleFailure({ graph, state, nodeId, attempt, failure, nowMs, random, startedAtMs, durationMs });
  return path === undefined ? event : { ...event, path };
}

function iterating(
  result: NodeResult,
  { items, concurrency, onTurnError }: Iteration,
  context: SettleContext,
  values: Map<string, Json>,
): Entry {
  const { attempt, startedAtMs } = result;
  const { happened } = context;
  const list = asJson(items as Json[]) as Json[];
  const turns = (context.state.nodes.get(result.nodeId)?.loop?.count ?? 0) + list.length;
  if (turns > LIMITS.turns) return { event: failedEvent(result, tooManyTurns(turns), context), happened };
  const { ref, payload } = storeValue(list);
  if (payload) values.set(payload.id, list);
  const event: ExecutionEventBody = {
    ...{ type: 'node.iterating', ...nodePlace(result), attempt, items: ref, count: list.length },
    ...{ concurrency, onTurnError, startedAtMs },
  };
  const payloads = payload ? [payload] : [];
  return { event, happened, rows: { payloads, published: result.published } };
}

function completed(
  result: NodeResult,
  outcome: OutputOutcome,
  context: SettleContext,
  values: Map<string, Json>,
): Entry {
  const { attempt, startedAtMs, durationMs } = result;
  const payloads: PayloadRow[] = [];
  const ports: Record<string, ValueRef> = {};
  let bytes = 0;
  for (const [port, given] of Object.entries(
    portsGiven(outcome, context.graph.nodes.get(result.nodeId)?.settings.alwaysOutput),
  )) {
    const value = asJson(given);
    const stored = storeValue(value);
    ports[port] = stored.ref;
    bytes += stored.payload?.bytes ?? 0;
    if (bytes > MAX_OUTPUT_BYTES) {
      return { event: failedEvent(result, outputTooLarge(bytes), context), happened: context.happened };
    }
    if (stored.payload === undefined) continue;
    payloads.push(stored.payload);
    values.set(stored.payload.id, value);
  }
  const response = outcome.response ? { response: responseOf(outcome.response) } : {};
  const rows = payloads.length + result.published.length > 0 ? { rows: { payloads, published: result.published } } : {};
  return {
    event: { type: 'node.completed', ...nodePlace(result), attempt, ports, startedAtMs, durationMs, ...response },
    happened: context.happened,
    ...rows,
  };
}

/**
 * What a node gives. With the setting `alwaysOutput` one that makes no port live gives `{}` on `main`, as does one that gives
 * null or an empty list there, so that what follows runs with something; other ports stay as they are.
 */
function portsGiven({ ports }: OutputOutcome, alwaysOutput = false): OutputOutcome['ports'] {
  if (!alwaysOutput) return ports;
  const given = ports[MAIN_PORT];
  const isNothing = given === null || (Array.isArray(given) && given.length === 0);
  return Object.keys(ports).length === 0 || isNothing ? { ...ports, [MAIN_PORT]: {} } : ports;
}

function responseOf(response: WebhookResponse): WebhookResponse {
  const clean = asJson(response as unknown as JsonObject) as unknown as WebhookResponse;
  return { status: clean.status, headers: clean.headers, body: clean.body };
}

function stateTooLarge(bytes: number): RecordedFailure {
  return {
    code: 'WAIT_STATE_TOO_LARGE',
    fault: 'user',
    message: `The node wants to keep ${bytes} bytes of JSON while it waits; ${MAX_WAIT_STATE_BYTES} is the limit.`,
  };
}

function tooManyTurns(turns: number): RecordedFailure {
  return {
    code: 'LOOP_TOO_LONG',
    fault: 'user',
    message: `The loop would have ${turns} turns; ${LIMITS.turns} is the limit. Work on several items in a turn.`,
  };
}

function outputTooLarge(bytes: number): RecordedFailure {
  return {
    code: 'NODE_OUTPUT_TOO_LARGE',
    fault: 'user',
    message: `The node gave ${bytes} bytes of JSON; ${MAX_OUTPUT_BYTES} is the limit. Let it give less, or work in parts.`,
  };
}
