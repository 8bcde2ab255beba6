import { settleFailure } from '@millrace/engine';
import type { ExecutionEventBody, ExecutionGraph, ExecutionState, RecordedFailure, ValueRef } from '@millrace/engine';
import { storeValue } from '@millrace/server-executions';
import type { PayloadRow } from '@millrace/server-executions';
import type { OutputOutcome, WebhookResponse } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import type { NodeResult } from '../node/call-node';
import { asJson } from '../node/json-value';
import type { Entry } from './turn-log';

/** Bytes of JSON that a node may give on all ports together. */
export const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

/** What a result is judged by. */
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
    event: { type: 'node.log', nodeId: result.nodeId, ...line },
    happened: context.happened,
  }));
  return { entries: [...logs, outcomeEntry(result, context, values)], values };
}

function outcomeEntry(result: NodeResult, context: SettleContext, values: Map<string, Json>): Entry {
  const { nodeId, attempt, outcome } = result;
  const { happened } = context;
  try {
    switch (outcome.kind) {
      case 'output':
        return completed(result, outcome, context, values);
      case 'failed':
        return { event: failedEvent(result, outcome.failure, context), happened };
      case 'aborted':
        return { event: { type: 'node.cancelled', nodeId, attempt }, happened };
      case 'suspended': {
        const wait = asJson(outcome.wait) as unknown as typeof outcome.wait;
        const event: ExecutionEventBody = {
          type: 'node.waiting',
          nodeId,
          attempt,
          wait,
          startedAtMs: result.startedAtMs,
        };
        return { event, happened, rows: { waits: [{ nodeId, wait }], published: result.published } };
      }
    }
  } catch (error) {
    return { event: failedEvent(result, context.failureOf(error), context), happened };
  }
}

function failedEvent(result: NodeResult, failure: RecordedFailure, context: SettleContext): ExecutionEventBody {
  const { graph, state, nowMs, random } = context;
  const { nodeId, attempt, startedAtMs, durationMs } = result;
  return settleFailure({ graph, state, nodeId, attempt, failure, nowMs, random, startedAtMs, durationMs });
}

function completed(
  result: NodeResult,
  outcome: OutputOutcome,
  context: SettleContext,
  values: Map<string, Json>,
): Entry {
  const { nodeId, attempt, startedAtMs, durationMs } = result;
  const payloads: PayloadRow[] = [];
  const ports: Record<string, ValueRef> = {};
  let bytes = 0;
  for (const [port, given] of Object.entries(outcome.ports)) {
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
    event: { type: 'node.completed', nodeId, attempt, ports, startedAtMs, durationMs, ...response },
    happened: context.happened,
    ...rows,
  };
}

function responseOf(response: WebhookResponse): WebhookResponse {
  const clean = asJson(response as unknown as JsonObject) as unknown as WebhookResponse;
  return { status: clean.status, headers: clean.headers, body: clean.body };
}

function outputTooLarge(bytes: number): RecordedFailure {
  return {
    code: 'NODE_OUTPUT_TOO_LARGE',
    fault: 'user',
    message: `The node gave ${bytes} bytes of JSON; ${MAX_OUTPUT_BYTES} is the limit. Let it give less, or work in parts.`,
  };
}
