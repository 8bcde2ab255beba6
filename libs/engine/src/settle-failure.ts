import { ERROR_PORT, MAIN_PORT, type Json, type NodeSettings, type RetrySettings } from '@millrace/workflow-model';
import type { ExecutionEventBody, RecordedFailure, ValueRef } from './event';
import type { ExecutionGraph } from './graph';
import type { ExecutionState } from './state';

/** Longest pause that the other side may ask for: 24 hours. */
const MAX_RETRY_AFTER_MS = 86_400_000;

/** How long a node is tried again while something that all nodes need is away. */
const OUTAGE_BUDGET_MS = 86_400_000;
/** Pauses during an outage grow from the first to the second. */
const OUTAGE_PAUSE_MS = { first: 1_000, longest: 60_000 };

/** A failed attempt, and the two things the engine does not have: the time and a random number. */
export interface FailedAttempt {
  readonly graph: ExecutionGraph;
  readonly state: ExecutionState;
  readonly nodeId: string;
  readonly attempt: number;
  readonly failure: RecordedFailure;
  readonly nowMs: number;
  /** In [0, 1). */
  readonly random: number;
  readonly startedAtMs: number;
  readonly durationMs: number;
  readonly input?: ValueRef;
}

/** What is known about a node that has no try left. */
export interface ExhaustedAttempt {
  readonly nodeId: string;
  readonly onError: NodeSettings['onError'];
  readonly attempt: number;
  readonly failure: RecordedFailure;
  readonly startedAtMs: number;
  readonly durationMs: number;
  readonly input?: ValueRef;
  /** Number of the loop turn that the node is in, from 0. */
  readonly turn?: number;
}

/**
 * The event to record for a failed attempt.
 *
 * | failure                                             | event                                                 |
 * | --------------------------------------------------- | ----------------------------------------------------- |
 * | an outage of less than a day, the run is not stopping | `node.retrying`                                     |
 * | `transient`, tries left, the run is not stopping    | `node.retrying`                                       |
 * | else, `onError: 'continue'`                         | `node.completed` with `error`, live on the main port  |
 * | else, `onError: 'error-port'`                       | `node.completed` with `error`, live on the error port |
 * | else                                                | `node.failed`                                         |
 *
 * Settings that name failures in `retry.on` want these tried again in place of the transient ones.
 * Attempts that a dying worker cut off, or that met an outage, use up no try: they have limits of their own.
 */
export function settleFailure(failed: FailedAttempt): ExecutionEventBody {
  const { nodeId, attempt, failure } = failed;
  const settings = failed.graph.nodes.get(nodeId)?.settings;
  const node = failed.state.nodes.get(nodeId);
  const outagePauseMs = failure.outage ? pauseOfOutage(failed) : undefined;
  if (outagePauseMs !== undefined) return retrying(failed, outagePauseMs);
  const tries = attempt - (node?.interruptions ?? 0) - (node?.outages?.count ?? 0);
  const mayRetry = failed.state.stop === undefined && isRetried(settings?.retry, failure);
  if (!mayRetry || settings?.retry === undefined || tries >= settings.retry.maxAttempts) {
    return settleExhausted({ ...failed, onError: settings?.onError ?? 'stop', turn: failed.state.turn });
  }
  return retrying(failed, delayMs(settings.retry, tries, failed));
}

/** Whether settings want a failure tried again, as long as there are tries. */
function isRetried(retry: RetrySettings | undefined, { code, fault, httpStatus }: RecordedFailure): boolean {
  if (retry?.on === undefined) return fault === 'transient';
  return retry.on.some((wanted) => wanted === '*' || wanted === code || wanted === String(httpStatus));
}

function retrying({ nodeId, attempt, failure, nowMs }: FailedAttempt, pauseMs: number): ExecutionEventBody {
  const retryAt = new Date(nowMs + pauseMs).toISOString();
  return { type: 'node.retrying', nodeId, attempt, error: failure, retryAt };
}

/** Milliseconds, half of them by chance; undefined when the run is stopping or the outage lasts too long. */
function pauseOfOutage({ state, nodeId, nowMs, random, failure }: FailedAttempt): number | undefined {
  const { error, outages } = state.nodes.get(nodeId) ?? {};
  const current = error?.outage === true ? outages : undefined;
  if (state.stop !== undefined || nowMs - (current?.sinceMs ?? nowMs) >= OUTAGE_BUDGET_MS) return undefined;
  const { first, longest } = OUTAGE_PAUSE_MS;
  const ceiling = Math.min(longest, first * 2 ** Math.min(outages?.count ?? 0, 10));
  return Math.max(Math.round(ceiling * (0.5 + random / 2)), Math.min(failure.retryAfterMs ?? 0, longest));
}

/** The event for a node that has no try left, as its settings want it. */
export function settleExhausted(exhausted: ExhaustedAttempt): ExecutionEventBody {
  const { nodeId, attempt, failure, startedAtMs, durationMs, input, onError } = exhausted;
  const facts = { nodeId, attempt, error: failure, startedAtMs, durationMs, ...(input && { input }) };
  if (onError === 'stop') return { type: 'node.failed', ...facts };
  const port = onError === 'continue' ? MAIN_PORT : ERROR_PORT;
  return { type: 'node.completed', ...facts, ports: { [port]: { value: failureValue(exhausted) } } };
}

/**
 * Milliseconds until the next try. Exponential: anywhere up to `baseMs` doubled per try and capped at `maxMs` (full
 * jitter, so that many runs that failed together do not return together). Never less than the other side asked for.
 */
function delayMs(retry: RetrySettings, tries: number, { random, failure }: FailedAttempt): number {
  const ceiling = Math.min(retry.maxMs, retry.baseMs * 2 ** (tries - 1));
  const chosen = retry.backoff === 'fixed' ? retry.baseMs : Math.round(random * ceiling);
  const asked = Math.min(failure.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS);
  return Math.max(chosen, Math.ceil(asked));
}

/** What the next nodes see of a failure: always how many attempts there were; `item` is the place of the item in the innermost loop. */
function failureValue({ failure, attempt, turn }: ExhaustedAttempt): Json {
  const { code, message, httpStatus, details } = failure;
  return {
    error: {
      code,
      message,
      attempts: attempt,
      ...(httpStatus === undefined ? {} : { httpStatus }),
      ...(turn === undefined ? {} : { item: turn }),
      ...(details === undefined ? {} : { details }),
    },
  };
}
