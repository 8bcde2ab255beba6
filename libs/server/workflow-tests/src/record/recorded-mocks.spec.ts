import type { ExecutionEvent, ExecutionEventBody, RecordedFailure } from '@millrace/engine';
import { nodeMockSchema, type WorkflowDocument } from '@millrace/workflow-model';
import { RunFacts } from '../judge/run-facts';
import { recordedMocks } from './recorded-mocks';

const document = { nodes: [], edges: [] } as unknown as WorkflowDocument;

function mocksOf(...bodies: (ExecutionEventBody & { path?: string })[]): unknown[] {
  const events = bodies.map((body, index) => ({ ...body, seq: index + 1, atMs: index })) as ExecutionEvent[];
  const mocks = recordedMocks(new RunFacts(document, events, new Map([['p', { big: true }]])), () => true, 'run');
  // What a test keeps must be what a test may hold.
  return mocks.map((mock) => nodeMockSchema.parse(mock));
}

const failure: RecordedFailure = {
  ...{ code: 'HTTP_STATUS', fault: 'transient', message: 'It answered 503.', httpStatus: 503, retryAfterMs: 1_500.4 },
  details: { status: 503 },
};
const done = (ports: object, more: object = {}): ExecutionEventBody => ({
  ...{ type: 'node.completed', nodeId: 'call', attempt: 2, startedAtMs: 0, durationMs: 1 },
  ...{ ports: ports as never },
  ...more,
});

it('every attempt is kept in order, a failure with everything that nodes behind it can see', () => {
  const mocks = mocksOf(
    { type: 'node.retrying', nodeId: 'call', attempt: 1, error: failure, retryAt: '2026-01-01T00:00:00.000Z' },
    done({ main: { value: { ok: true } } }),
  );

  expect(mocks).toEqual([
    {
      ...{ nodeId: 'call', source: 'run' },
      attempts: [{ error: { ...failure, retryAfterMs: 1_500 } }, { ports: { main: { ok: true } } }],
    },
  ]);
});

it('a failure with which the run went on is a failure, and each turn of a loop is kept by itself', () => {
  const mocks = mocksOf(
    { ...done({ error: { value: {} } }, { error: failure }), path: 'each/0' },
    { ...done({ main: { payloadId: 'p' } }), path: 'each/1' },
  );

  expect(mocks).toMatchObject([
    { path: 'each/0', attempts: [{ error: { httpStatus: 503 } }] },
    { path: 'each/1', attempts: [{ ports: { main: { big: true } } }] },
  ]);
});

it('a message longer than a test may hold is cut, and one that is empty is the code', () => {
  const failed = (message: string): ExecutionEventBody & { path: string } => ({
    ...{ type: 'node.failed', nodeId: 'call', attempt: 1, startedAtMs: 0, durationMs: 1 },
    ...{ error: { code: 'BROKEN', fault: 'user', message }, path: `each/${message.length}` },
  });

  expect(mocksOf(failed('x'.repeat(5_000)), failed(''))).toMatchObject([
    { attempts: [{ error: { message: 'x'.repeat(4_000) } }] },
    { attempts: [{ error: { message: 'BROKEN' } }] },
  ]);
});
