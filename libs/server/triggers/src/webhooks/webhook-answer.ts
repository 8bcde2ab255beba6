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

/** The answer of the Respond node, else the result of the run, else its error. */
export function answerFinished(response: Response, started: StartedExecution, finished: FinishedExecution): void {
  if (finished.response) return answerAsTold(response, finished.response);
  if (finished.status === 'completed') return void response.status(200).json(finished.output ?? null);
  const { code, message } = finished.error ?? { code: 'EXECUTION_CANCELLED', message: 'The run was cancelled.' };
  response.status(500).json({ error: { code, message, details: { executionId: started.executionId } } });
}

function answerAsTold(response: Response, told: NonNullable<FinishedExecution['response']>): void {
  response.status(told.status).set({ ...told.headers, ...CALLER_HEADERS });
  if (typeof told.body === 'string') response.send(told.body);
  else response.json(told.body);
}

/** The error, without anything of the inside. */
export function answerError(response: Response, error: unknown): void {
  if (response.headersSent) return;
  if (!(error instanceof DomainError)) {
    response.status(500).json({ error: { code: 'INTERNAL', message: 'Something went wrong on our side; the call was not taken.' } });
    return;
  }
  if (error.retryAfterSeconds !== undefined) response.set('retry-after', String(error.retryAfterSeconds));
  const details = error.details === undefined ? {} : { details: error.details };
  response.status(error.status).json({ error: { code: error.code, message: error.message, ...details } });
}
