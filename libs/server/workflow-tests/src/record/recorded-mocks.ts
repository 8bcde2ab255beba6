import type { ExecutionEvent, RecordedFailure } from '@millrace/engine';
import { nodeKey } from '@millrace/engine';
import { WORKFLOW_END, type MockedAttempt, type NodeMock, type ScriptedAnswer } from '@millrace/workflow-model';
import type { RunFacts } from '../judge/run-facts';

/** Mocks that a test takes from one run. */
const MOST_MOCKS = 1_000;
/** Characters of a message that a mock may have. */
const LONGEST_MESSAGE = 4_000;

type Mock = NodeMock & { attempts: MockedAttempt[] };

/** What these nodes did in a run, as mocks: every attempt in order, every turn by itself. */
export function recordedMocks(
  facts: RunFacts,
  isMocked: (nodeId: string) => boolean,
  source: NodeMock['source'],
): NodeMock[] {
  const mocks = new Map<string, Mock>();
  for (const event of facts.events) {
    const attempt = attemptOf(event, facts);
    if (attempt === undefined || !('nodeId' in event) || !isMocked(event.nodeId)) continue;
    const place = event.path === undefined ? { nodeId: event.nodeId } : { nodeId: event.nodeId, path: event.path };
    const known = mocks.get(nodeKey(place)) ?? { ...place, attempts: [], source };
    if (known.attempts.length < 100) known.attempts.push(attempt);
    mocks.set(nodeKey(place), known);
  }
  return [...mocks.values()].slice(0, MOST_MOCKS);
}

/** Who answered what in a run, for nodes that are not mocked. */
export function recordedAnswers(facts: RunFacts, isMocked: (nodeId: string) => boolean): ScriptedAnswer[] {
  const waits = new Map<string, number>();
  const answers: ScriptedAnswer[] = [];
  for (const event of facts.events) {
    if (event.type === 'node.waiting') waits.set(nodeKey(event), event.startedAtMs);
    if (event.type !== 'node.woken' || isMocked(event.nodeId)) continue;
    const { nodeId, path, wake, atMs } = event;
    if (wake.kind === 'timer' || wake.kind === 'turns' || (wake.kind === 'event' && wake.name === WORKFLOW_END))
      continue;
    const place = path === undefined ? { nodeId } : { nodeId, path };
    // A run that only pretended was dated by another clock.
    const waitedMs = facts.state.clockMs === undefined ? atMs - (waits.get(nodeKey(place)) ?? atMs) : 0;
    const afterMs = Math.max(0, Math.round(waitedMs));
    if (wake.kind === 'timeout') answers.push({ ...place, afterMs: 0, timeout: true, payload: null });
    else answers.push({ ...place, afterMs, payload: facts.payloadOf(wake), ...(wake.from ? { from: wake.from } : {}) });
  }
  return answers;
}

function attemptOf(event: ExecutionEvent, facts: RunFacts): MockedAttempt | undefined {
  switch (event.type) {
    case 'node.retrying':
    case 'node.failed':
      return errorOf(event.error);
    case 'node.completed':
    case 'node.reused':
      if (event.disabled) return undefined;
      if (event.error) return errorOf(event.error);
      return {
        ports: Object.fromEntries(Object.entries(event.ports).map(([port, ref]) => [port, facts.value(ref)])),
      };
    default:
      return undefined;
  }
}

function errorOf({ code, message, fault, retryAfterMs, httpStatus, details }: RecordedFailure): MockedAttempt {
  const error = { code, message: (message || code).slice(0, LONGEST_MESSAGE), fault };
  return {
    error: {
      ...error,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs: Math.round(retryAfterMs) }),
      ...(httpStatus === undefined ? {} : { httpStatus }),
      ...(details === undefined ? {} : { details }),
    },
  };
}
