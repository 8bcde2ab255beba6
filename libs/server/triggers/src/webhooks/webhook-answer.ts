import { DomainError } from '@millrace/server-platform';
import type { FinishedExecution, StartedExecution } from '@millrace/server-executions';
import type { Response } from 'express';

/** On every answer: what a workflow sends back may be a page, and must not act in the name of this origin. */
export const CALLER_HEADERS = {
  'content-security-policy': 'sandbox',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/** 202: the run is committed and goes on. */
export function answerStarted(response: Response, started: StartedExecution): void {
  response.status(202).json({ executionId: started.executionId, status: started.status, duplicate: started.duplicate });
}

/** 200 with what the sender asked to have back. */
export function answerChallenge(response: Response, challenge: string): void {
  response.status(200).type('text/plain').send(challenge);
}

/** Headers of a Respond node that would break the answer or speak for the whole origin. */
const NOT_FOR_WORKFLOWS = ['content-length', 'transfer-encoding', 'connection', 'set-cookie', 'x-execution-id'];

/**
 * The answer of the Respond node, else the result of the run, else its error. Callers that proved nothing are not told the
 * message: it may name addresses inside the network.
 */
export function answerFinished(
  response: Response,
  started: StartedExecution,
  finished: FinishedExecution,
  caller: 'known' | 'stranger',
): void {
  if (finished.response) return answerAsTold(response, finished.response);
  if (finished.status === 'completed') return void response.status(200).json(finished.output ?? null);
  const { code, message: why } = finished.error ?? { code: 'EXECUTION_CANCELLED', message: 'The run was cancelled.' };
  const message = caller === 'known' ? why : 'The run failed. Its owner finds the reason under the execution id.';
  response.status(500).json({ error: { code, message, details: { executionId: started.executionId } } });
}

function answerAsTold(response: Response, told: NonNullable<FinishedExecution['response']>): void {
  const headers = Object.entries(told.headers).filter(([name]) => !NOT_FOR_WORKFLOWS.includes(name.toLowerCase()));
  response.status(told.status).set(Object.fromEntries(headers));
  response.set('x-content-type-options', CALLER_HEADERS['x-content-type-options']);
  if (!isSandboxed(String(response.get('content-security-policy')))) {
    response.set('content-security-policy', CALLER_HEADERS['content-security-policy']);
  }
  if (typeof told.body === 'string') response.send(told.body);
  else response.json(told.body);
}

/** Whether pages under this policy have an origin of their own: then their scripts can do no harm to ours. */
function isSandboxed(policy: string): boolean {
  return /^sandbox( |$)/.test(policy) && !policy.includes('allow-same-origin');
}

/** The error, without anything of the inside. */
export function answerError(response: Response, error: unknown): void {
  if (response.headersSent) return;
  if (!(error instanceof DomainError)) {
    response
      .status(500)
      .json({ error: { code: 'INTERNAL', message: 'Something went wrong on our side; the call was not taken.' } });
    return;
  }
  if (error.retryAfterSeconds !== undefined) response.set('retry-after', String(error.retryAfterSeconds));
  const details = error.details === undefined ? {} : { details: error.details };
  response.status(error.status).json({ error: { code: error.code, message: error.message, ...details } });
}
