import type { Problem } from '@millrace/workflow-model';
import { problemsInTheWay } from './problems-in-the-way';

const problem = (facts: Partial<Problem>): Problem => ({
  code: 'MISSING_PARAM',
  severity: 'error',
  message: 'x.',
  ...facts,
});
const codesOf = (...problems: Partial<Problem>[]): string[] =>
  problemsInTheWay(problems.map(problem), new Set(['a'])).map(({ code }) => code);

it('lets errors of other nodes be', () => {
  expect(codesOf({ nodeId: 'a' }, { nodeId: 'b' })).toEqual(['MISSING_PARAM']);
});

it('lets warnings be', () => {
  expect(codesOf({ nodeId: 'a', severity: 'warning' })).toEqual([]);
});

it('keeps what is wrong with the whole document', () => {
  expect(codesOf({ code: 'INVALID_TIMEZONE' })).toEqual(['INVALID_TIMEZONE']);
});

it('keeps cycles and equal ids wherever they are', () => {
  expect(codesOf({ code: 'CYCLE', nodeId: 'b' }, { code: 'DUPLICATE_NODE_ID', nodeId: 'b' })).toEqual([
    'CYCLE',
    'DUPLICATE_NODE_ID',
  ]);
});

it('keeps edges that lead nowhere, but not those of unknown ports of other nodes', () => {
  expect(codesOf({ code: 'DANGLING_EDGE', edgeId: 'e' }, { code: 'DANGLING_EDGE', edgeId: 'e', nodeId: 'b' })).toEqual([
    'DANGLING_EDGE',
  ]);
});

it('does without a trigger', () => {
  expect(codesOf({ code: 'NO_TRIGGER' })).toEqual([]);
});

it('lets missing accounts be: they may come with the run, and else their node says so', () => {
  expect(codesOf({ code: 'CREDENTIAL_REQUIRED', nodeId: 'a' }, { code: 'CREDENTIAL_NOT_FOUND', nodeId: 'a' })).toEqual(
    [],
  );
});
