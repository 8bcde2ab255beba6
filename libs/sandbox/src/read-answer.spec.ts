import { readAnswer } from './read-answer';
import { SandboxError } from './sandbox-error';

const limits = { timeoutMs: 100, memoryLimitMb: 128, maxResultBytes: 50 };
const read = (status: string, told: unknown) =>
  readAnswer({ status, text: typeof told === 'string' ? told : JSON.stringify(told) }, limits);

function failureOf(status: string, told: unknown): SandboxError {
  try {
    read(status, told);
  } catch (error) {
    if (error instanceof SandboxError) return error;
    throw error;
  }
  throw new Error('no failure');
}

describe('what a child tells', () => {
  it('is value and logs', () => {
    expect(read('answered', { value: [1], logs: [{ level: 'warn', message: 'm' }] })).toEqual({
      value: [1],
      logs: [{ level: 'warn', message: 'm' }],
    });
  });

  it('is not believed where it has another shape', () => {
    expect(read('answered', '')).toEqual({ value: null, logs: [] });
    expect(read('answered', '[1]')).toEqual({ value: null, logs: [] });
    expect(read('answered', { value: 1, logs: [{ level: 'root', message: 7 }, 5, null, []] }).logs).toEqual([
      { level: 'info', message: '7' },
    ]);
    expect(read('answered', { value: 1, logs: {}, error: 'none' })).toEqual({ value: 1, logs: [] });
  });

  it('loses keys that reach for prototypes', () => {
    const { value } = read(
      'answered',
      '{"value":{"__proto__":{"a":1},"b":{"constructor":{"prototype":{"c":1}}}},"logs":[]}',
    );
    expect(JSON.stringify(value)).toBe('{"b":{}}');
  });

  it('keeps a constructor that is only data', () => {
    expect(read('answered', { value: { constructor: 'Ferrari' } }).value).toEqual({ constructor: 'Ferrari' });
  });

  it('becomes a failure with code, place and logs', () => {
    const error = failureOf('answered', {
      error: { name: 'TypeError', message: 'no', line: 3, column: 4 },
      logs: [{ level: 'info', message: 'a' }],
    });
    expect(error.failure).toEqual({
      code: 'CODE_ERROR',
      fault: 'user',
      message: 'TypeError: no (line 3)',
      details: { line: 3, column: 4 },
    });
    expect(error.logs).toHaveLength(1);
    expect(failureOf('invalid', { error: { name: 'SyntaxError', message: 'x' } }).failure).toEqual({
      code: 'CODE_ERROR',
      fault: 'user',
      message: 'SyntaxError: x',
    });
    expect(failureOf('timeout', '').failure).toMatchObject({
      code: 'CODE_TIMEOUT',
      message: expect.stringContaining('100 ms'),
    });
    expect(failureOf('memory', '').failure).toMatchObject({
      code: 'CODE_MEMORY',
      message: expect.stringContaining('128 MB'),
    });
    expect(failureOf('answered', { error: { kind: 'too-large', name: 'Error', message: '' } }).failure.code).toBe(
      'CODE_OUTPUT_TOO_LARGE',
    );
    expect(failureOf('answered', { value: 'x'.repeat(49) }).failure.code).toBe('CODE_OUTPUT_TOO_LARGE');
  });
});
