import { testNode } from '@millrace/node-sdk/testing';
import { manualTriggerNode } from './manual-trigger.executor';

describe('manual trigger', () => {
  it('hands the input of the run on as it came', async () => {
    const result = await testNode(manualTriggerNode, { trigger: { order: 7, lines: [{ sku: 'A' }] } });
    expect(result.main).toEqual({ order: 7, lines: [{ sku: 'A' }] });
  });

  it('does not put the sample in the place of the real input', async () => {
    const result = await testNode(manualTriggerNode, { params: { sample: { order: 1 } }, trigger: {} });
    expect(result.main).toEqual({});
  });

  it('lets only input through that fits its schema, and tells every place that does not', async () => {
    const inputSchema = {
      type: 'object',
      required: ['order'],
      properties: { order: { type: 'integer' }, note: { type: 'string' } },
    };
    const good = await testNode(manualTriggerNode, { params: { inputSchema }, trigger: { order: 7 } });
    expect(good.main).toEqual({ order: 7 });
    const bad = await testNode(manualTriggerNode, { params: { inputSchema }, trigger: { note: 3 } });
    expect(bad.failure).toMatchObject({
      code: 'INPUT_INVALID',
      fault: 'user',
      message: 'The input of the workflow does not fit its schema: "order" is required (and 1 more).',
      details: { errorCount: 2 },
    });
  });

  it('takes the schema as text too; an empty one says nothing', async () => {
    const text = JSON.stringify({ type: 'array' });
    const bad = await testNode(manualTriggerNode, { params: { inputSchema: text }, trigger: {} });
    expect(bad.failure?.code).toBe('INPUT_INVALID');
    const any = await testNode(manualTriggerNode, { params: { inputSchema: ' ' }, trigger: 5 });
    expect(any.main).toBe(5);
    const broken = await testNode(manualTriggerNode, { params: { inputSchema: { type: 'nonsense' } }, trigger: {} });
    expect(broken.failure?.code).toBe('JSON_SCHEMA_INVALID');
  });

  it('leaves templates in the sample alone', async () => {
    const result = await testNode(manualTriggerNode, { params: { sample: '{{ nobody.there }}' }, trigger: null });
    expect(result.main).toBeNull();
  });
});
