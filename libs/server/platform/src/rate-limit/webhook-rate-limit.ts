import type { NextFunction, Request, Response } from 'express';
import { answerWithError } from '../errors/rest-error-filter';
import type { Logger } from '../logging/logger';
import type { RateLimits } from './rate-limits';

/** Counts webhook calls by address; null when there is no limit. */
export function webhookRateLimit(
  { webhook }: RateLimits,
  logger: Logger,
): ((request: Request, response: Response, next: NextFunction) => void) | null {
  if (!webhook) return null;
  return (request, response, next) => {
    webhook.consume(request.ip ?? '').then(
      () => next(),
      (error: unknown) => answerWithError(logger, request, response, error),
    );
  };
}
