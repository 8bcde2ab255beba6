import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { requestIdOf } from '../http/request-id';
import { Logger } from '../logging/logger';
import { publicErrorOf } from './public-error';

/** Answers a failed HTTP request with `{ error: { code, message, details? } }`, and logs what is ours to mend. */
export function answerWithError(logger: Logger, request: Request, response: Response, thrown: unknown): void {
  const error = publicErrorOf(thrown);
  const fields = { requestId: requestIdOf(request), method: request.method, path: request.path };
  if (error.isBug) logger.error({ ...fields, error: thrown }, 'a request failed');
  else if (error.status >= 500) logger.warn({ ...fields, code: error.code }, 'a request could not be served');
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error.retryAfterSeconds !== undefined)
    response.setHeader('Retry-After', String(Math.max(1, Math.ceil(error.retryAfterSeconds))));
  const { code, message, details } = error;
  response.status(error.status).json({ error: { code, message, ...(details === undefined ? {} : { details }) } });
}

/** The one place where exceptions of REST controllers become answers; those of resolvers are left to the GraphQL server. */
@Catch()
export class RestErrorFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return thrown;
    const http = host.switchToHttp();
    answerWithError(this.logger, http.getRequest<Request>(), http.getResponse<Response>(), thrown);
    return undefined;
  }
}
