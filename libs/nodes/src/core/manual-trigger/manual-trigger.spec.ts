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

  it('leaves templates in the sample alone', async () => {
    const result = await testNode(manualTriggerNode, { params: { sample: '{{ nobody.there }}' }, trigger: null });
    expect(result.main).toBeNull();
  });
});
