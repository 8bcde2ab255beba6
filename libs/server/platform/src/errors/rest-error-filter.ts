import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { InputError, refusedInput } from '../graphql/input-error';
import { allowedMethods } from '../http/allowed-methods';
import { requestIdOf } from '../http/request-id';
import { Logger } from '../logging/logger';
import { DomainError } from './domain-error';
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
  if (error.status === 401 && !response.hasHeader('WWW-Authenticate'))
    response.setHeader('WWW-Authenticate', 'Bearer realm="millrace"');
  const { code, message, details } = error;
  response.status(error.status).json({ error: { code, message, ...(details === undefined ? {} : { details }) } });
}

/** The one place where exceptions of REST controllers become answers; those of resolvers are left to the GraphQL server. */
@Catch()
export class RestErrorFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return thrown instanceof InputError ? refusedInput(thrown, host) : thrown;
    const http = host.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const error = isOfTheRouter(thrown) ? notRouted(request, response) : thrown;
    answerWithError(this.logger, request, response, error);
    return undefined;
  }
}

/** What Nest throws when no route fits; our own 404s are domain errors. */
function isOfTheRouter(thrown: unknown): boolean {
  return thrown instanceof NotFoundException && thrown.message.startsWith('Cannot ');
}

/** Tells an address that knows other methods from one that does not exist. */
function notRouted(request: Request, response: Response): DomainError {
  const { method, path } = request;
  const methods = allowedMethods(request);
  if (methods.length === 0) {
    const message = `There is nothing at ${path}. Check the address; /docs lists what there is.`;
    return new DomainError({ code: 'NOT_FOUND', status: 404, message });
  }
  response.setHeader('Allow', methods.join(', '));
  const message = `${path} does not take ${method}. It takes ${methods.join(', ')}.`;
  return new DomainError({ code: 'METHOD_NOT_ALLOWED', status: 405, message, details: { allowed: methods } });
}
