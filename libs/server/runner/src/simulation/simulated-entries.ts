import type { ExecutionEventBody } from '@millrace/engine';
import type { NodeResult } from '../node/call-node';
import { nodePlace } from '../turn/turn-facts';
import type { Entry } from '../turn/turn-log';
import type { SimulatedResult } from './simulate-call';

/**
 * What becomes of a result of a run that only pretends: its calls are told before it, nobody outside learns of its waits, and
 * an attempt in which the worker is said to die was interrupted.
 */
export function simulatedEntries(result: NodeResult, entries: readonly Entry[]): Entry[] {
  const { calls = [], crashed } = (result as Partial<SimulatedResult>).simulated ?? {};
  const place = { ...nodePlace(result), attempt: result.attempt };
  const told = calls.map((call): ExecutionEventBody => ({ type: 'call.simulated', ...place, call }));
  const happened = entries[0]?.happened ?? true;
  const own: Entry[] = crashed ? [{ event: { type: 'node.interrupted', ...place }, happened }] : entries.map(unheard);
  return [...told.map((event): Entry => ({ event, happened })), ...own];
}

function unheard({ rows, ...entry }: Entry): Entry {
  return rows?.payloads ? { ...entry, rows: { payloads: rows.payloads } } : entry;
}
