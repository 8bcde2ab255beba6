import { firstSteps, type FirstFacts } from './first-steps';

const nothing: FirstFacts = { hasRun: false, hasAccount: false, workflows: [], hasSeenRun: false };
const done = (facts: Partial<FirstFacts>): string[] =>
  firstSteps({ ...nothing, ...facts }).flatMap(({ id, isDone }) => (isDone ? [id] : []));
const workflow = { id: 'w1', status: 'DRAFT', draftRevision: 1 };

it('nothing is done in an empty workspace, and the way begins with a template', () => {
  expect(done({})).toEqual([]);
  expect(firstSteps(nothing).map(({ link }) => link)).toEqual([
    '/templates',
    '/credentials',
    '/templates',
    '/templates',
    '/runs',
  ]);
});

it('a step is done when its event has happened', () => {
  expect(done({ hasRun: true, workflows: [workflow] })).toEqual(['run']);
  expect(done({ hasAccount: true })).toEqual(['account']);
  expect(done({ workflows: [{ ...workflow, draftRevision: 2 }] })).toEqual(['edit']);
  expect(done({ workflows: [workflow, { ...workflow, status: 'DISABLED' }] })).toEqual(['publish']);
  expect(done({ hasSeenRun: true })).toEqual(['look']);
});

it('leads to the newest workflow once there is one', () => {
  const links = firstSteps({ ...nothing, workflows: [workflow, { ...workflow, id: 'w0' }] }).map(({ link }) => link);
  expect(links).toEqual(['/templates', '/credentials', '/workflows/w1', '/workflows/w1', '/runs']);
});
