import type { TurnResult } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { testNode } from '@millrace/node-sdk/testing';
import { repeatNode } from './repeat.executor';

const gave = (turn: number, output: Json): TurnResult => ({ turn, item: null, ok: true, output });
const wake = { kind: 'turns' } as const;

describe('repeat', () => {
  it('begins with a turn on its input', async () => {
    const { outcome } = await testNode(repeatNode, { params: { until: true }, input: { page: 1 } });
    expect(outcome).toEqual({ kind: 'iterate', items: [{ page: 1 }], concurrency: 1, onTurnError: 'stop' });
  });

  it('goes on with what the last turn gave while the condition does not hold', async () => {
    const params = { until: { $expr: 'last.page == 3' } };
    const turns = [gave(0, { page: 1 }), gave(1, { page: 2 })];
    expect((await testNode(repeatNode, { params, wake, turns })).outcome).toMatchObject({ items: [{ page: 2 }] });
  });

  it('gives what the last turn gave once it holds', async () => {
    const params = { until: { $expr: 'last.page == 3 && count == 2' } };
    const turns = [gave(0, { page: 1 }), gave(1, { page: 3 })];
    expect((await testNode(repeatNode, { params, wake, turns })).main).toEqual({ page: 3 });
  });

  it.each([
    ['{{last.done}}', true, true],
    ['{{last.done}}', false, false],
    ['is {{last.done}}', false, true],
    ['{{last.text}}', 'x', true],
    ['{{last.text}}', 'false', false],
    ['{{last.text}}', '', false],
  ])('reads the template %s on %j as %s', async (until, value, stops) => {
    const turns = [gave(0, { done: value, text: value })];
    const { outcome } = await testNode(repeatNode, { params: { until }, wake, turns });
    expect(outcome.kind).toBe(stops ? 'output' : 'iterate');
  });

  it('fails at its limit with the last result', async () => {
    const params = { until: false, maxTurns: 2 };
    const { failure } = await testNode(repeatNode, { params, wake, turns: [gave(0, 1), gave(1, 2)] });
    expect(failure).toMatchObject({ code: 'REPEAT_LIMIT', fault: 'user', details: { last: 2, count: 2 } });
  });

  it('fails when a turn fails', async () => {
    const turn: TurnResult = { turn: 0, item: 1, ok: false, error: { code: 'X', message: 'It broke.' } };
    const { failure } = await testNode(repeatNode, { params: { until: true }, wake, turns: [turn] });
    expect(failure).toMatchObject({ code: 'LOOP_TURN_FAILED', message: 'Turn 1 failed: It broke.' });
  });
});
