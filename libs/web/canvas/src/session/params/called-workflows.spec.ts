import { CalledWorkflows } from './called-workflows';

it('what is learned about one stays beside what is known of others', () => {
  const called = new CalledWorkflows();
  const before = called.known();
  called.learn('w1', { name: 'One' });
  called.learn('w2', { name: 'Two', result: { type: 'object' } });
  expect([...called.known().keys()]).toEqual(['w1', 'w2']);
  expect(before.size).toBe(0);
});
