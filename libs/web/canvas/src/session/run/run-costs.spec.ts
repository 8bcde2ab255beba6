import type { ExecutionEvent, ValueRef } from '@millrace/engine';
import type { Json } from '@millrace/workflow-model';
import { definitionOf } from '../testing/definitions';
import { tellsUsage } from '@millrace/workflow-model';
import { costOf, costsOf } from './run-costs';

const answer = (totalTokens: number, costUsd?: number): Json => ({
  text: 'x',
  usage: { inputTokens: totalTokens - 1, outputTokens: 1, totalTokens },
  ...(costUsd !== undefined && { costUsd }),
});

function completed(nodeId: string, value: Json | ValueRef, path?: string): ExecutionEvent {
  const ref = typeof value === 'object' && value !== null && 'payloadId' in value ? (value as ValueRef) : { value };
  const base = { type: 'node.completed', nodeId, attempt: 1, startedAtMs: 0, durationMs: 1, seq: 1, atMs: 1 } as const;
  return { ...base, ports: { main: ref as ValueRef }, ...(path && { path }) };
}

const costs = (events: readonly ExecutionEvent[], models = ['llm', 'agent']) =>
  costsOf({
    events,
    asksModels: (id) => models.includes(id),
    valueOf: (ref) => ('value' in ref ? ref.value : undefined),
  });

it('sums up tokens and prices of nodes and of the run', () => {
  const { nodes, total } = costs([completed('llm', answer(10, 0.25)), completed('agent', answer(30, 0.5))]);
  expect(nodes.get('llm')).toMatchObject({ totalTokens: 10, costUsd: 0.25 });
  expect(total).toEqual({ inputTokens: 38, outputTokens: 2, totalTokens: 40, costUsd: 0.75, isPartial: false });
});

it('counts every turn of a loop, and the items of a node once', () => {
  const { nodes } = costs([
    completed('llm', answer(10, 0.25), 'each/0'),
    completed('llm', answer(20, 0.25), 'each/1'),
    completed('agent', answer(1, 0.5), 'agent/0'),
    completed('agent', answer(2, 0.5), 'agent/1'),
    completed('agent', { payloadId: 'p', bytes: 9 }),
  ]);
  expect(nodes.get('llm')).toMatchObject({ totalTokens: 30, costUsd: 0.5 });
  expect(nodes.get('agent')).toMatchObject({ totalTokens: 3, costUsd: 1, isPartial: false });
});

it('does not count again what another node passes on', () => {
  expect(costs([completed('llm', answer(10, 1)), completed('end', answer(10, 1))]).total?.totalTokens).toBe(10);
});

it('says that a price is not known', () => {
  const { total } = costs([completed('llm', answer(10)), completed('agent', answer(5, 1))]);
  expect(total).toMatchObject({ totalTokens: 15, costUsd: 1, isPartial: true });
});

it('says that a value was not read', () => {
  const { total } = costs([completed('llm', { payloadId: 'p', bytes: 9 })]);
  expect(total).toMatchObject({ totalTokens: 0, isPartial: true });
});

it('has nothing to tell of a run without models', () => {
  expect(costs([completed('http', { ok: true })]).total).toBeUndefined();
  expect(costOf({ usage: 'much' })).toBeUndefined();
  expect(costOf(7)).toBeUndefined();
});

it('knows from its output schema whether a node asks models', () => {
  const usage = { type: 'object', properties: { inputTokens: { type: 'number' } } };
  const llm = definitionOf({ type: 'llm', outputSchema: { type: 'object', properties: { usage } } });
  expect([tellsUsage(llm), tellsUsage(definitionOf({ type: 'x' })), tellsUsage(undefined)]).toEqual([
    true,
    false,
    false,
  ]);
});
