import { testNode } from '@millrace/node-sdk/testing';
import { stopNode } from './stop.executor';

describe('stop with error', () => {
  it('fails the run with what was written', async () => {
    const params = {
      code: 'ORDER_EMPTY',
      message: 'Order {{ input.id }} has no lines.',
      details: { id: '{{ input.id }}' },
    };
    const result = await testNode(stopNode, { params, input: { id: 7 } });
    expect(result.failure).toEqual({
      code: 'ORDER_EMPTY',
      fault: 'user',
      message: 'Order 7 has no lines.',
      details: { id: 7 },
    });
    expect(result.synchronous).toBe(true);
  });

  it('has words of its own', async () => {
    expect((await testNode(stopNode)).failure).toEqual({
      code: 'STOPPED',
      fault: 'user',
      message: 'The workflow was stopped.',
    });
    expect((await testNode(stopNode, { params: { message: '  ' } })).failure?.message).toBe(
      'The workflow was stopped.',
    );
  });

  it('writes other values as JSON and keeps messages short', async () => {
    expect((await testNode(stopNode, { params: { message: { a: 1 } } })).failure?.message).toBe('{"a":1}');
    expect((await testNode(stopNode, { params: { message: 'x'.repeat(9_999) } })).failure?.message).toHaveLength(2_000);
  });

  it.each(['lower', '9A', '', 'A B', 'A-B'])('refuses the code %j', async (code) => {
    expect((await testNode(stopNode, { params: { code } })).failure?.code).toBe('INVALID_PARAMS');
  });

  it('has no way out', () => {
    expect(stopNode.definition.outputs).toEqual([]);
  });
});
