import { testNode } from '@millrace/node-sdk/testing';
import { publishEventNode } from './publish-event.executor';

describe('publish event', () => {
  it('publishes the input and passes it on', async () => {
    const result = await testNode(publishEventNode, { params: { name: 'order.paid' }, input: { id: 7 } });
    expect(result.published).toEqual([{ name: 'order.paid', payload: { id: 7 } }]);
    expect(result.main).toEqual({ id: 7 });
  });

  it('publishes a payload of its own under a name from a template', async () => {
    const params = { name: 'order.{{ input.state }}', payload: { id: '{{ input.id }}' } };
    const result = await testNode(publishEventNode, { params, input: { id: 7, state: 'paid' } });
    expect(result.published).toEqual([{ name: 'order.paid', payload: { id: 7 } }]);
    expect(result.main).toEqual({ id: 7, state: 'paid' });
  });

  it('publishes null when that is the payload', async () => {
    const result = await testNode(publishEventNode, { params: { name: 'x', payload: null }, input: 1 });
    expect(result.published).toEqual([{ name: 'x', payload: null }]);
  });

  it.each([[undefined], [''], ['  '], ['a\nb'], ['x'.repeat(201)], [5]])(
    'refuses the name %j and publishes nothing',
    async (name) => {
      const result = await testNode(publishEventNode, { params: name === undefined ? {} : { name } });
      expect(result.failure?.code).toBe('INVALID_PARAMS');
      expect(result.published).toEqual([]);
    },
  );
});
