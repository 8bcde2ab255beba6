import { wants } from './endpoint';

const endpoint = { events: ['execution.failed', 'approval.*'], workflowIds: [], tags: [] };
const failed = { type: 'execution.failed', workflowId: 'a', workflowTags: ['shop'] };

it('is told what it asks for by name or by family', () => {
  expect(wants(endpoint, failed)).toBe(true);
  expect(wants(endpoint, { ...failed, type: 'approval.opened' })).toBe(true);
  expect(wants(endpoint, { ...failed, type: 'execution.completed' })).toBe(false);
});

it('is told of the workflows that it names, and of those with its tags', () => {
  expect(wants({ ...endpoint, workflowIds: ['a'] }, failed)).toBe(true);
  expect(wants({ ...endpoint, workflowIds: ['b'] }, failed)).toBe(false);
  expect(wants({ ...endpoint, tags: ['shop'] }, failed)).toBe(true);
  expect(wants({ ...endpoint, workflowIds: ['b'], tags: ['shop'] }, failed)).toBe(true);
  expect(wants({ ...endpoint, tags: ['bank'] }, failed)).toBe(false);
});

it('with filters is not told of runs that belong to no workflow', () => {
  const inline = { type: 'execution.failed', workflowId: null, workflowTags: [] };
  expect(wants(endpoint, inline)).toBe(true);
  expect(wants({ ...endpoint, workflowIds: ['a'] }, inline)).toBe(false);
});
