import { NodeError } from '@millrace/node-sdk';
import type { Fault, SandboxResult } from '@millrace/node-sdk';

/** Where in the user's code something went wrong; lines and columns start at 1. */
export interface CodePlace {
  readonly line?: number;
  readonly column?: number;
}

/** A failed script, with what it logged before it failed. */
export class SandboxError extends NodeError {
  constructor(
    failure: { code: string; message: string; fault?: Fault; place?: CodePlace; retryAfterMs?: number },
    readonly logs: SandboxResult['logs'] = [],
  ) {
    const { line, column } = failure.place ?? {};
    super({
      code: failure.code,
      fault: failure.fault ?? 'user',
      message: failure.message,
      ...(failure.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs }),
      ...(line === undefined ? {} : { details: { line, ...(column === undefined ? {} : { column }) } }),
    });
    this.name = 'SandboxError';
  }
}

/** The time limit was hit. */
export function timedOut(timeoutMs: number, logs: SandboxResult['logs'] = []): SandboxError {
  const message = `The code ran longer than ${timeoutMs} ms and was stopped. Look for a loop that does not end, or do less in one step.`;
  return new SandboxError({ code: 'CODE_TIMEOUT', message }, logs);
}

/** The heap limit, or the limit of the whole child, was hit. */
export function outOfMemory(memoryLimitMb: number): SandboxError {
  const message = `The code needed more than ${memoryLimitMb} MB of memory and was stopped. Work on fewer values at a time.`;
  return new SandboxError({ code: 'CODE_MEMORY', message });
}

/** The result is too big to be recorded. */
export function outputTooLarge(maxBytes: number, logs: SandboxResult['logs'] = []): SandboxError {
  const message = `The code returned more than ${maxBytes} bytes of JSON. Return less, or write large values to storage.`;
  return new SandboxError({ code: 'CODE_OUTPUT_TOO_LARGE', message }, logs);
}

/** The sandbox itself is not there; another try may find it. */
export function unavailable(message: string): SandboxError {
  return new SandboxError({ code: 'SANDBOX_UNAVAILABLE', fault: 'transient', message, retryAfterMs: 1_000 });
}
