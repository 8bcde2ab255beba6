import { workflowTestSpecSchema } from '@millrace/workflow-model';
import { hashOfSpec } from './read-test';
import { problemsOf } from './test-problems';

const parse = (spec: object) => workflowTestSpecSchema.parse(spec);

it('names every node that the document does not have, and where the test speaks of it', () => {
  const spec = parse({
    triggerNodeId: 'x',
    mocks: [
      { nodeId: 'a', attempts: [{ ports: {} }] },
      { nodeId: 'y', attempts: [{ ports: {} }] },
    ],
    answers: [{ nodeId: 'y' }],
    failures: [{ nodeId: 'y', kind: 'slow' }],
    assertions: [
      { kind: 'status', status: 'completed' },
      { kind: 'ran', nodeId: 'y' },
    ],
  });
  const problems = problemsOf(spec, { nodes: [{ id: 'a' }] as never });

  expect(problems.map(({ path }) => path)).toEqual([
    'triggerNodeId',
    'mocks.1',
    'answers.0',
    'failures.0',
    'assertions.1',
  ]);
});

it('gives tests that ask the same the same hash', () => {
  expect(hashOfSpec(parse({ trigger: { a: 1, b: 2 } }))).toBe(hashOfSpec(parse({ trigger: { b: 2, a: 1 } })));
  expect(hashOfSpec(parse({ trigger: 1 }))).not.toBe(hashOfSpec(parse({ trigger: 2 })));
});
