import { nodeKey, type ExecutionEvent, type RecordedWait, type RecordedWake } from '@millrace/engine';
import type { Json } from '@millrace/workflow-model';
import type { DecisionBranch, DryRunDecision, DryRunMoment } from './dry-run-report';

type Woken = Extract<ExecutionEvent, { type: 'node.woken' }>;
/** The wait that each wake ends. */
export type Asks = ReadonlyMap<Woken, RecordedWait>;

/** Finds the waits of a log by what ended them. */
export function asksOf(events: readonly ExecutionEvent[]): Asks {
  const open = new Map<string, RecordedWait>();
  const asks = new Map<Woken, RecordedWait>();
  for (const event of events) {
    if (event.type === 'node.waiting') open.set(nodeKey(event), event.wait);
    const wait = event.type === 'node.woken' ? open.get(nodeKey(event)) : undefined;
    if (event.type === 'node.woken' && wait !== undefined) asks.set(event, wait);
  }
  return asks;
}

/** What a node waits for, in words behind “waits”. */
export function awaitedBy(wait: RecordedWait): string {
  if (wait.kind === 'timer') return '';
  return AWAITED[kindOf(wait)] ?? ` for “${wait.name}”`;
}

const AWAITED: Readonly<Record<string, string>> = {
  approval: ' for a decision',
  form: ' for its form',
  webhook: ' for a call',
};

/** What is told of the end of a wait; nothing of that of turns. */
export function wokenMoment(
  { wake }: Woken,
  { label, wait, payload }: { readonly label: string; readonly wait: RecordedWait | undefined; readonly payload: Json },
): (Pick<DryRunMoment, 'kind' | 'text'> & Partial<DryRunMoment>) | undefined {
  if (wake.kind === 'turns') return undefined;
  const asked = kindOf(wait);
  const isAssumed = wake.kind === 'event' && wake.assumed === true;
  return {
    ...{ kind: 'wake', isAssumed, details: payload },
    text: `${label} goes on${isAssumed ? (ASSUMED[asked] ?? ASSUMED_EVENT) : WAKES[wake.kind]}`,
    decision: asked === 'approval' ? decisionOf(takenBy(wake, payload), wait) : null,
  };
}

const WAKES = { timer: ': its time has come', timeout: ': nobody answered in time', event: ': it was answered' };
const ASSUMED: Readonly<Record<string, string>> = {
  approval: ' as if it were approved: nothing says how it is decided',
  form: ' with sample data: nothing says what is sent',
};
const ASSUMED_EVENT = ' as if an empty answer had come: nothing says what comes';

function decisionOf(taken: DecisionBranch, wait: RecordedWait | undefined): DryRunDecision {
  const all: DecisionBranch[] = ['approved', 'rejected'];
  if (wait?.kind === 'event' && wait.timeoutAt !== undefined) all.push('timeout');
  return { taken, others: all.filter((branch) => branch !== taken) };
}

function takenBy(wake: RecordedWake, payload: Json): DecisionBranch {
  if (wake.kind !== 'event') return 'timeout';
  return memberOf(payload, 'approved') === true ? 'approved' : 'rejected';
}

function kindOf(wait: RecordedWait | undefined): string {
  const kind = wait?.kind === 'event' ? memberOf(wait.prompt, 'kind') : undefined;
  return typeof kind === 'string' ? kind : 'event';
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value[key] : undefined;
}
