import { testNode } from '@millrace/node-sdk/testing';
import { noOpNode } from './no-op.executor';

describe('no operation', () => {
  it.each([[{ a: 1 }], [[1, 2]], ['text'], [0], [false], [null]])('passes %j on as it is', async (input) => {
    const result = await testNode(noOpNode, { input });
    expect(result.outcome).toEqual({ kind: 'output', ports: { main: input } });
    expect(result.synchronous).toBe(true);
  });
});
