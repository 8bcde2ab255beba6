import type { JsonObject } from '@millrace/workflow-model';
import { calledIdOf, CalledWorkflows } from './called-workflows';

const paramsSchema: JsonObject = { properties: { wait: {}, workflowId: { ui: { options: 'workflows' } } } };

it('is the workflow that was chosen', () => {
  expect(calledIdOf({ paramsSchema }, { config: { workflowId: 'w1' } })).toBe('w1');
  expect(calledIdOf({ paramsSchema }, { config: { wait: true } })).toBeUndefined();
  expect(calledIdOf({ paramsSchema: {} }, { config: { workflowId: 'w1' } })).toBeUndefined();
});

it('is unknown while a template decides', () => {
  expect(calledIdOf({ paramsSchema }, { config: { workflowId: '{{ trigger.id }}' } })).toBeUndefined();
});

it('what is learned about one stays beside what is known of others', () => {
  const called = new CalledWorkflows();
  const before = called.known();
  called.learn('w1', { name: 'One' });
  called.learn('w2', { name: 'Two', result: { type: 'object' } });
  expect([...called.known().keys()]).toEqual(['w1', 'w2']);
  expect(before.size).toBe(0);
});
