import type { RecordedFailure, RecordedWake } from '@millrace/engine';
import type { Outcome, Wake } from '@millrace/node-sdk';
import { output } from '@millrace/node-sdk';
import type { Logger } from '@millrace/server-platform';
import type { NodeCall, NodeLogLine } from './node-context';
import { NodeContext } from './node-context';
import { maskedOutcome } from './masked-outcome';
import { failureOf, timedOut, unknownType } from './node-failure';
import type { PublishedRow } from '@millrace/server-executions';
import type { Json } from '@millrace/workflow-model';

/** How an attempt ended. */
export interface NodeResult {
  readonly nodeId: string;
  /** The turn that the node belongs to, when it is in the body of a loop. */
  readonly path?: string;
  readonly attempt: number;
  readonly outcome:
    Outcome | { readonly kind: 'failed'; readonly failure: RecordedFailure } | { readonly kind: 'aborted' };
  readonly startedAtMs: number;
  readonly durationMs: number;
  readonly logs: readonly NodeLogLine[];
  readonly published: readonly PublishedRow[];
}

/** Why a running attempt is told to stop. */
export type AbortReason = 'timeout' | 'cancelled' | 'lost';

/** Milliseconds that a node gets to end by itself after it was told to stop. */
const ABORT_GRACE_MS = 10_000;

/** Runs one attempt. Answers at once when the node does; never rejects. */
export function callNode(
  call: NodeCall,
  wake: RecordedWake | undefined,
  logger: Logger,
): NodeResult | Promise<NodeResult> {
  const context = new NodeContext(call);
  const begunMs = performance.now();
  const masked = <T>(rows: readonly T[]): readonly T[] =>
    call.mask.json(rows as unknown as Json) as unknown as readonly T[];
  const finish = (outcome: NodeResult['outcome']): NodeResult => ({
    nodeId: call.compiled.node.id,
    ...(call.view.loop && { path: call.view.loop.path }),
    attempt: call.attempt,
    outcome: outcome.kind === 'aborted' ? outcome : maskedOutcome(outcome, call.mask),
    startedAtMs: call.view.nowMs,
    durationMs: Math.max(0, Math.round(performance.now() - begunMs)),
    logs: masked(context.logs),
    published: outcome.kind === 'failed' || outcome.kind === 'aborted' ? [] : masked(context.published),
  });
  const fail = (error: unknown): NodeResult => {
    const { view, compiled } = call;
    const about = { executionId: view.executionId, nodeId: compiled.node.id, type: compiled.node.type };
    return finish({ kind: 'failed', failure: failureOf(error, logger, about, call.mask) });
  };
  try {
    const running = invoke(call, context, wake);
    if (!(running instanceof Promise)) return finish(running);
    return limited(running, call, fail)
      .then((ended) => ('nodeId' in ended ? ended : finish(ended)))
      .catch(fail);
  } catch (error) {
    return fail(error);
  }
}

function invoke(call: NodeCall, context: NodeContext, wake: RecordedWake | undefined): Outcome | Promise<Outcome> {
  const { implementation, params, node } = call.compiled;
  if (implementation === undefined) return { kind: 'failed', failure: unknownType(node.type, node.typeVersion) };
  if (wake === undefined) return implementation.run(context, params.for(context.scope()));
  if (implementation.resume) return implementation.resume(context, params.for(context.scope()), wake as Wake);
  if (wake.kind === 'event') return output(wake.payload);
  return wake.kind === 'timer' ? output(context.input) : output(context.input, 'timeout');
}

/** The outcome, or the reason why nobody waits for it any longer. */
async function limited(
  running: Promise<Outcome>,
  call: NodeCall,
  fail: (error: unknown) => NodeResult,
): Promise<NodeResult['outcome'] | NodeResult> {
  const { controller, compiled } = call;
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort('timeout' satisfies AbortReason), compiled.timeoutMs);
  const stopped = abandonment(signal);
  try {
    return await Promise.race([running, stopped.promise]);
  } catch (error) {
    // What a node throws after it was told to stop tells nothing about the node.
    return signal.aborted ? abortOutcome(signal, compiled.timeoutMs) : fail(error);
  } finally {
    clearTimeout(timer);
    stopped.forget();
    running.catch(() => undefined);
  }
}

/** Rejects at a timeout at once, and some time after a cancellation, in which the node may still tell its outcome. */
function abandonment(signal: AbortSignal): { promise: Promise<never>; forget: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let forget: () => void = () => undefined;
  const promise = new Promise<never>((_resolve, reject) => {
    const onAbort = (): void => {
      if (signal.reason === 'timeout') reject(signal.reason);
      else timer = setTimeout(() => reject(signal.reason), ABORT_GRACE_MS);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    forget = () => {
      signal.removeEventListener('abort', onAbort);
      clearTimeout(timer);
    };
    if (signal.aborted) onAbort();
  });
  return { promise, forget: () => forget() };
}

function abortOutcome(signal: AbortSignal, timeoutMs: number): NodeResult['outcome'] {
  return signal.reason === 'timeout' ? { kind: 'failed', failure: timedOut(timeoutMs) } : { kind: 'aborted' };
}
