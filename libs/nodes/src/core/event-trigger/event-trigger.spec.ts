import { testNode } from '@millrace/node-sdk/testing';
import { eventTriggerDefinition } from './event-trigger.definition';
import { eventTriggerNode } from './event-trigger.executor';

describe('event trigger', () => {
  it('hands the event on', async () => {
    const trigger = { name: 'order.placed', payload: { total: 120 }, publishedAt: '2026-01-15T09:00:00.000Z' };
    const result = await testNode(eventTriggerNode, { params: { eventName: 'order.placed' }, trigger });
    expect(result.main).toEqual(trigger);
    expect(eventTriggerDefinition.output?.safeParse(trigger).success).toBe(true);
  });

  it('does not evaluate its filter in the scope of a run', async () => {
    const params = { eventName: 'order.placed', filter: { $expr: 'event.payload.total > 100' } };
    expect((await testNode(eventTriggerNode, { params, trigger: 1 })).main).toBe(1);
  });

  it('takes a filter as text too, and none', () => {
    const { params } = eventTriggerDefinition;
    expect(params.safeParse({ eventName: ' a ', filter: 'event.name == "a"' }).data?.eventName).toBe('a');
    expect(params.safeParse({ eventName: 'a' }).success).toBe(true);
  });

  it('needs a name', async () => {
    expect((await testNode(eventTriggerNode, { params: {} })).failure).toMatchObject({ code: 'INVALID_PARAMS' });
    expect(eventTriggerDefinition.params.safeParse({ eventName: '  ' }).success).toBe(false);
  });
});
