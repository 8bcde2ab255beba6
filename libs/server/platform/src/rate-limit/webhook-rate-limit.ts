import type { NextFunction, Request, Response } from 'express';
import { answerWithError } from '../errors/rest-error-filter';
import type { Logger } from '../logging/logger';
import type { RateLimits } from './rate-limits';

const MAX_KEY_LENGTH = 200;

/** One webhook, however its address is written: without query, case and slash at the end. */
function webhookOf({ path }: Request): string {
  return path.toLowerCase().replace(/\/+$/, '').slice(0, MAX_KEY_LENGTH);
}

/** Counts webhook calls by caller and by webhook; null when neither has a limit. */
export function webhookRateLimit(
  { webhook, eachWebhook }: Pick<RateLimits, 'webhook' | 'eachWebhook'>,
  logger: Logger,
): ((request: Request, response: Response, next: NextFunction) => void) | null {
  if (!webhook && !eachWebhook) return null;
  const count = async (request: Request): Promise<void> => {
    // The caller first: who is too fast alone must not use up the webhook for everybody.
    await webhook?.consume(request.ip ?? '');
    await eachWebhook?.consume(webhookOf(request));
  };
  return (request, response, next) => {
    count(request).then(
      () => next(),
      (error: unknown) => answerWithError(logger, request, response, error),
    );
  };
}
