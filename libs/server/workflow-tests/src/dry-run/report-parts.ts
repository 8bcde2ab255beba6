import type { ExecutionEvent, RecordedWait } from '@millrace/engine';
import { nodesInside, type Json, type JsonObject, type WorkflowNode } from '@millrace/workflow-model';
import type { RunFacts } from '../judge/run-facts';
import { asksOf, awaitedBy, wokenMoment, type Asks } from './woken-moment';
import type { DryRunMoment, DryRunNode } from './dry-run-report';

/** Moments that a report holds. */
const MOST_MOMENTS = 2_000;

type NodeEvent = Extract<ExecutionEvent, { nodeId: string }>;
type Told = Pick<DryRunMoment, 'kind' | 'text'> & Partial<DryRunMoment>;
/** What is known beside the event. */
interface About {
  readonly facts: RunFacts;
  readonly asks: Asks;
  readonly startedAtMs: number;
}

/** Nodes as they came out, in the order of the document; those of loops once for each turn. */
export function nodesOfReport(facts: RunFacts, effectOf: (node: WorkflowNode) => string): DryRunNode[] {
  return facts.document.nodes.flatMap((node): DryRunNode[] => {
    const label = node.label || node.id;
    const effect = effectOf(node);
    const found = facts.nodesAt(node.id);
    if (found.length === 0) {
      return [
        { nodeId: node.id, label, path: null, status: 'pending', effect, source: 'none', ports: [], attempts: 0 },
      ];
    }
    return found.map(({ path, node: state }) => ({
      ...{ nodeId: node.id, label, path: path ?? null, status: state.status, effect, attempts: state.attempts },
      source: sourceOf(facts, node.id, path, state.status),
      ports: state.status === 'completed' ? Object.keys(state.ports) : [],
    }));
  });
}

function sourceOf(facts: RunFacts, nodeId: string, path: string | undefined, status: string): string {
  if (status !== 'completed' && status !== 'failed') return 'none';
  const last = facts.calls.findLast((call) => call.nodeId === nodeId && call.path === path);
  const answeredBy = last && (last.call as JsonObject)['answeredBy'];
  if (answeredBy === 'run') return 'recorded';
  return typeof answeredBy === 'string' && answeredBy !== 'itself' ? answeredBy : 'run';
}

/** What happened on the clock of the run, in order. */
export function timelineOf(facts: RunFacts): DryRunMoment[] {
  const { startedAtMs = 0, simulation } = facts.state;
  let clockMs = startedAtMs;
  const about: About = { facts, asks: asksOf(facts.events), startedAtMs };
  const moments: DryRunMoment[] = [];
  for (const event of facts.events) {
    if (event.type === 'clock.moved') clockMs = Math.max(clockMs, event.toMs);
    if (!('nodeId' in event)) continue;
    const told = toldOf(event, about);
    if (told === undefined || isOfLoop(event, facts)) continue;
    const atMs = (simulation ? clockMs : event.atMs) - startedAtMs;
    const { nodeId, path = null } = event;
    moments.push({ ...NOTHING_MORE, atMs, nodeId, path, ...told });
  }
  return moments.slice(0, MOST_MOMENTS);
}

const NOTHING_MORE = { attempt: null, untilMs: null, details: null, isAssumed: false, decision: null };

function toldOf(event: NodeEvent, { facts, asks, startedAtMs }: About): Told | undefined {
  const label = `“${facts.label(event.nodeId)}”`;
  switch (event.type) {
    case 'call.simulated':
      return {
        kind: 'call',
        attempt: event.attempt,
        text: callText(label, event.call as JsonObject),
        details: event.call,
      };
    case 'node.retrying': {
      const untilMs = Date.parse(event.retryAt) - startedAtMs;
      const text = `${label} failed in attempt ${event.attempt} (${event.error.message}) and is tried again`;
      return { kind: 'retry', attempt: event.attempt, text, untilMs, details: event.error as unknown as Json };
    }
    case 'node.waiting': {
      const until = untilOf(event.wait);
      const text = `${label} waits${awaitedBy(event.wait)}`;
      return { kind: 'wait', attempt: event.attempt, text, untilMs: until === null ? null : until - startedAtMs };
    }
    case 'node.woken':
      return wokenMoment(event, { label, wait: asks.get(event), payload: facts.payloadOf(event.wake) });
    case 'node.failed':
      return {
        ...{ kind: 'failure', attempt: event.attempt, text: `${label} failed: ${event.error.message}` },
        details: event.error as unknown as Json,
      };
    case 'node.completed':
      if (!event.error) return undefined;
      return {
        ...{
          kind: 'failure',
          attempt: event.attempt,
          text: `${label} failed, and the run goes on: ${event.error.message}`,
        },
        details: event.error as unknown as Json,
      };
    case 'node.interrupted':
      return { kind: 'interruption', attempt: event.attempt, text: `The worker of ${label} died; it runs again` };
    default:
      return undefined;
  }
}

function untilOf(wait: RecordedWait): number | null {
  const until = wait.kind === 'timer' ? wait.until : wait.timeoutAt;
  return until === undefined ? null : Date.parse(until);
}

function callText(label: string, call: JsonObject): string {
  switch (call['kind']) {
    case 'http':
      return `${label} would send ${String(call['method'])} ${String(call['url'])}`;
    case 'connection':
      return `${label} would connect to ${String(call['host'])}:${String(call['port'])}`;
    case 'storage':
      return `${label} would ${String(call['operation'])} the value “${String(call['key'])}”`;
    case 'workflow':
      return `${label} would run the workflow ${String(call['workflowId'])}`;
    case 'event':
      return `${label} would publish “${String(call['name'])}”`;
    case 'action':
      return `${label} would use ${String(call['type'])}`;
    default:
      return `${label} is not run`;
  }
}

/** A container is told by what is in it. */
function isOfLoop(event: NodeEvent, { document }: RunFacts): boolean {
  return event.type === 'node.waiting' && nodesInside(document.nodes, event.nodeId).length > 0;
}
