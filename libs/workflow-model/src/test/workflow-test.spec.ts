import { simulatedAt, simulationScriptSchema } from './simulation';
import { portableTestSchema, workflowTestSpecSchema } from './workflow-test';

describe('workflowTestSpecSchema', () => {
  it('fills in what a test does not say', () => {
    expect(workflowTestSpecSchema.parse({})).toEqual({
      trigger: {},
      mocks: [],
      missing: 'fail',
      answers: [],
      failures: [],
      assertions: [],
    });
  });

  it('takes every kind of mock, answer, failure and assertion', () => {
    const check = { check: { kind: 'equals', value: 1 } };
    const spec = {
      trigger: { order: 1 },
      startAt: '2026-01-01T00:00:00Z',
      mocks: [
        {
          nodeId: 'a',
          attempts: [{ error: { code: 'HTTP_STATUS', message: 'No.', fault: 'transient' } }, { ports: { main: 1 } }],
        },
        { nodeId: 'b', path: 'each/1', attempts: [{ ports: {}, delayMs: 5 }], source: 'run' },
      ],
      answers: [
        { nodeId: 'gate', payload: { approved: true }, afterMs: 10 },
        { nodeId: 'gate', timeout: true },
      ],
      failures: [{ nodeId: 'a', kind: 'rate-limit', times: 2, retryAfterMs: 1_000 }],
      assertions: [
        { kind: 'status', status: 'failed', errorCode: 'X' },
        { kind: 'output', field: 'a.b', check: { kind: 'contains', value: { a: 1 } } },
        { kind: 'node', nodeId: 'a', port: 'main', ...check },
        { kind: 'call', nodeId: 'a', call: 0, field: 'body', check: { kind: 'snapshot' } },
        { kind: 'branch', nodeId: 'a', port: 'true' },
        { kind: 'ran', nodeId: 'a', attempts: 2 },
        { kind: 'not-run', nodeId: 'a' },
        { kind: 'failed', nodeId: 'a' },
        { kind: 'expression', expression: 'run.status == "completed"' },
        { kind: 'output', check: { kind: 'schema', schema: { type: 'object' } } },
        { kind: 'output', check: { kind: 'expression', expression: 'value > 1' } },
        { kind: 'output', check: { kind: 'exists' } },
      ],
    };
    const parsed = workflowTestSpecSchema.parse(spec);
    expect(parsed.assertions).toEqual(spec.assertions);
    expect(parsed.mocks.map(({ source }) => source)).toEqual(['written', 'run']);
  });

  it.each([
    [{ mocks: [{ nodeId: 'a', attempts: [] }] }, 'mocks.0.attempts'],
    [{ mocks: [{ nodeId: '__proto__', attempts: [{ ports: {} }] }] }, 'mocks.0.nodeId'],
    [{ startAt: 'tomorrow' }, 'startAt'],
    [{ assertions: [{ kind: 'magic' }] }, 'assertions.0.kind'],
    [{ failures: [{ nodeId: 'a', kind: 'earthquake' }] }, 'failures.0.kind'],
  ])('refuses %j', (spec, path) => {
    const { error } = workflowTestSpecSchema.safeParse(spec);
    expect(error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });

  it('needs a name in a file', () => {
    expect(portableTestSchema.safeParse({}).success).toBe(false);
    expect(portableTestSchema.parse({ name: ' Works ' }).name).toBe('Works');
  });
});

describe('simulationScriptSchema', () => {
  it('fails what has no mock and no answer unless it is told otherwise', () => {
    expect(simulationScriptSchema.parse({})).toMatchObject({ missing: 'fail', unanswered: 'fail', reads: 'mock' });
  });
});

describe('simulatedAt', () => {
  const entries = [
    { nodeId: 'a', name: 'all' },
    { nodeId: 'a', path: 'each/1', name: 'one' },
    { nodeId: 'b', name: 'other' },
  ];

  it('prefers what is for the turn', () => {
    expect(simulatedAt(entries, 'a', 'each/1').map(({ name }) => name)).toEqual(['one']);
  });

  it('falls back to what is for all turns', () => {
    expect(simulatedAt(entries, 'a', 'each/0').map(({ name }) => name)).toEqual(['all']);
    expect(simulatedAt(entries, 'a').map(({ name }) => name)).toEqual(['all']);
  });

  it('gives nothing for another node', () => {
    expect(simulatedAt(entries, 'c')).toEqual([]);
  });
});
