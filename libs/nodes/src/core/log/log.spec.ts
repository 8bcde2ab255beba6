import { testNode } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { logNode } from './log.executor';

describe('log', () => {
  it.each(['debug', 'info', 'warn', 'error'])('writes a line of level %s and passes the input on', async (level) => {
    const result = await testNode(logNode, {
      params: { level, message: 'Hello {{ input.name }}' },
      input: { name: 'Ada' },
    });
    expect(result.logs).toEqual([{ level, message: 'Hello Ada' }]);
    expect(result.main).toEqual({ name: 'Ada' });
    expect(result.synchronous).toBe(true);
  });

  it('keeps fields beside the message', async () => {
    const result = await testNode(logNode, {
      params: { message: 'Order', fields: { id: '{{ input.id }}', source: 'shop' } },
      input: { id: 7 },
    });
    expect(result.logs).toEqual([{ level: 'info', message: 'Order', fields: { id: 7, source: 'shop' } }]);
  });

  it('keeps the whole input when asked', async () => {
    const result = await testNode(logNode, { params: { message: 'In', includeInput: true }, input: [1, 2] });
    expect(result.logs[0]?.fields).toEqual({ input: [1, 2] });
  });

  it.each([[undefined], [''], [null]])('says its own name when the message is %j', async (message) => {
    const params: JsonObject = message === undefined ? {} : { message };
    const result = await testNode(logNode, { params, label: 'Note it' });
    expect(result.logs[0]?.message).toBe('Note it');
  });

  it('writes values that are no text as JSON', async () => {
    const result = await testNode(logNode, { params: { message: '{{ input }}' }, input: { a: [1] } });
    expect(result.logs[0]?.message).toBe('{"a":[1]}');
  });

  it('shortens what nobody could read', async () => {
    const result = await testNode(logNode, { params: { message: 'x'.repeat(20_000) } });
    expect(result.logs[0]?.message).toHaveLength(9_900 + '… (20000 characters)'.length);
  });

  it('refuses unknown levels', async () => {
    expect((await testNode(logNode, { params: { level: 'fatal' } })).failure?.code).toBe('INVALID_PARAMS');
  });
});
