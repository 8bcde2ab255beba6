import { testNode } from '@millrace/node-sdk/testing';
import { errorTriggerDefinition } from './error-trigger.definition';
import { errorTriggerNode } from './error-trigger.executor';

const report = {
  execution: { id: 'e', url: 'https://x.test/runs/e', mode: 'api', startedAt: null, finishedAt: null, retryOf: null },
  workflow: { id: 'w', name: 'Orders', version: null },
  error: { code: 'X', message: 'It broke.', node: null },
  lastNode: null,
  trigger: { id: 7 },
};

describe('error trigger', () => {
  it('hands the report of the failure on', async () => {
    expect((await testNode(errorTriggerNode, { params: {}, trigger: report })).main).toEqual(report);
    expect(errorTriggerDefinition.output?.safeParse(report).success).toBe(true);
  });

  it.each([{}, null, [1], 'text'])(
    'gives a made-up failure to build with when it was started with %j',
    async (trigger) => {
      const { main } = await testNode(errorTriggerNode, { params: {}, trigger });
      expect(errorTriggerDefinition.output?.safeParse(main).success).toBe(true);
    },
  );
});
