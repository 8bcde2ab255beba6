import type { TurnResult } from '@millrace/node-sdk';
import { testNode } from '@millrace/node-sdk/testing';
import { loopNode } from './loop.executor';

const good = (turn: number): TurnResult => ({ turn, item: turn, ok: true, output: `result ${turn}` });
const bad: TurnResult = { turn: 1, item: 'b', ok: false, error: { code: 'HTTP_STATUS', message: 'It said 500.' } };

describe('loop', () => {
  it('asks for a turn per item', async () => {
    const { outcome, synchronous } = await testNode(loopNode, { params: { items: ['a', 'b'], concurrency: 3 } });
    expect(outcome).toEqual({ kind: 'iterate', items: ['a', 'b'], concurrency: 3, onTurnError: 'stop' });
    expect(synchronous).toBe(true);
  });

  it('takes its list from what came before', async () => {
    const { outcome } = await testNode(loopNode, { params: { items: '{{input.list}}' }, input: { list: [1] } });
    expect(outcome).toMatchObject({ kind: 'iterate', items: [1] });
  });

  it('puts several items into a turn, the last of which may be shorter', async () => {
    const { outcome } = await testNode(loopNode, { params: { items: [1, 2, 3, 4, 5], batchSize: '2' } });
    expect(outcome).toMatchObject({ items: [[1, 2], [3, 4], [5]] });
  });

  it('refuses what is no list, and says how to mend it', async () => {
    const { failure } = await testNode(loopNode, { params: { items: '{{input}}' }, input: { a: 1 } });
    expect(failure).toMatchObject({ code: 'INVALID_PARAMS', message: expect.stringContaining('{{ input.orders }}') });
  });

  it('gives the results in the order of the items', async () => {
    const { main } = await testNode(loopNode, {
      params: { items: [] },
      wake: { kind: 'turns' },
      turns: [good(0), good(1)],
    });
    expect(main).toEqual(['result 0', 'result 1']);
  });

  it('gives an empty list for an empty list', async () => {
    expect((await testNode(loopNode, { params: { items: [] }, wake: { kind: 'turns' } })).main).toEqual([]);
  });

  it('fails with the first failure, keeping what the others gave', async () => {
    const { failure } = await testNode(loopNode, {
      params: { items: [] },
      wake: { kind: 'turns' },
      turns: [good(0), bad],
    });
    expect(failure).toMatchObject({
      code: 'LOOP_TURN_FAILED',
      fault: 'user',
      message: 'Turn 2 failed: It said 500.',
      details: { turn: 1, item: 'b', results: ['result 0', { error: { code: 'HTTP_STATUS' } }] },
    });
  });

  it('puts errors in the place of results when it is told to go on', async () => {
    const params = { items: [], onTurnError: 'continue' };
    const { main } = await testNode(loopNode, { params, wake: { kind: 'turns' }, turns: [good(0), bad, good(2)] });
    expect(main).toEqual(['result 0', { error: { code: 'HTTP_STATUS', message: 'It said 500.' } }, 'result 2']);
  });
});
