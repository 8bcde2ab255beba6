import { WorkspaceBacklog } from './workspace-backlog';

it('lowers the priority of a workspace as it starts more, and of no other', () => {
  const backlog = new WorkspaceBacklog();
  const priorities = Array.from({ length: 200 }, () => backlog.priorityFor('busy', 0));
  expect(priorities[0]).toBe(0);
  expect(priorities[50]).toBe(-1);
  expect(priorities.at(-1)).toBe(-3);
  expect(backlog.priorityFor('quiet', 0)).toBe(0);
});

it('never goes below its floor', () => {
  const backlog = new WorkspaceBacklog();
  for (let n = 0; n < 5_000; n += 1) backlog.priorityFor('flood', 0);
  expect(backlog.priorityFor('flood', 0)).toBe(-20);
});

it('forgives slowly', () => {
  const backlog = new WorkspaceBacklog();
  for (let n = 0; n < 400; n += 1) backlog.priorityFor('busy', 0);
  expect(backlog.priorityFor('busy', 10_000)).toBe(-4);
  expect(backlog.priorityFor('busy', 20_000)).toBe(-2);
  for (let window = 3; window < 12; window += 1) backlog.priorityFor('other', window * 10_000);
  expect(backlog.priorityFor('busy', 130_000)).toBe(0);
});
