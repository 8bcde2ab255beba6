import type { ExecutionEvent } from '@millrace/engine';
import { childRunOf, parentRunOf, parentWords, startedRunOf } from './child-run';

const waiting = (nodeId: string, prompt: unknown, path?: string): ExecutionEvent =>
  ({
    ...{ seq: 1, atMs: 1, type: 'node.waiting', nodeId, attempt: 1, startedAtMs: 1 },
    ...(path !== undefined && { path }),
    wait: { kind: 'event', name: 'end', prompt },
  }) as ExecutionEvent;
const child = (executionId: string) => ({ kind: 'workflow', executionId });

it('is the run that the step waits for, the newest of several', () => {
  const events = [waiting('a', child('r1')), waiting('a', child('r2')), waiting('b', child('r3'))];
  expect(childRunOf(events, 'a')).toBe('r2');
});

it('is that of the turn that is looked at', () => {
  const events = [waiting('a', child('r1'), 'each/0'), waiting('a', child('r2'), 'each/1')];
  expect(childRunOf(events, 'a', 'each/0')).toBe('r1');
  expect(childRunOf(events, 'a')).toBeUndefined();
});

const gave = (nodeId: string, value: unknown, path?: string): ExecutionEvent =>
  ({
    ...{ seq: 1, atMs: 1, type: 'node.completed', nodeId, attempt: 1, startedAtMs: 1, durationMs: 1 },
    ...(path !== undefined && { path }),
    ports: { main: { value } },
  }) as ExecutionEvent;

it('is the run that a step started without waiting for it', () => {
  const events = [gave('a', { executionId: 'r1' }), gave('b', { executionId: 'r2' }, 'each/0'), gave('c', 'r3')];
  expect(startedRunOf(events, 'a')).toBe('r1');
  expect([startedRunOf(events, 'b'), startedRunOf(events, 'b', 'each/0')]).toEqual([undefined, 'r2']);
  expect([startedRunOf(events, 'c'), startedRunOf(events, 'd')]).toEqual([undefined, undefined]);
});

it('is none of a step that waits for something else', () => {
  expect(childRunOf([waiting('a', { kind: 'approval' })], 'a')).toBeUndefined();
  expect(childRunOf([waiting('a', undefined)], 'a')).toBeUndefined();
  expect(childRunOf([], 'a')).toBeUndefined();
});

it('tells runs from people and triggers', () => {
  expect(parentRunOf('execution:r1')).toBe('r1');
  expect(parentRunOf('0198f0a2-7b1c-7c3e-9d52-3f6a1b2c4d5e')).toBeUndefined();
  expect(parentRunOf(null)).toBeUndefined();
});

it('says how the run before led to this one', () => {
  expect(parentWords('API', 'manual-trigger')).toBe('Started by a run');
  expect(parentWords('EVENT', 'event-trigger')).toBe('Started by an event of a run');
  expect(parentWords('EVENT', 'error-trigger')).toBe('Tells of a failed run');
});
