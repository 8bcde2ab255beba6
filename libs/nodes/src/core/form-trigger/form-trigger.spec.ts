import { testNode } from '@millrace/node-sdk/testing';
import { formTriggerNode } from './form-trigger.executor';

const params = { fields: [{ name: 'email', label: '{{ trigger.evil }}' }] };

it('hands on what was filled in', async () => {
  const { outcome } = await testNode(formTriggerNode, { params, trigger: { email: 'ada@example.com' } });
  expect(outcome).toMatchObject({ ports: { main: { email: 'ada@example.com' } } });
});

it('fills in no templates: they would show strangers what is inside', () => {
  expect(formTriggerNode.definition.rawParams).toEqual(['title', 'description', 'fields', 'button', 'thanks']);
});

it('needs a field', async () => {
  const { failure } = await testNode(formTriggerNode, { params: { fields: [] } });
  expect(failure?.code).toBe('INVALID_PARAMS');
});
