import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { DomainError, invalid } from '../errors/domain-error';
import { answerWithError } from '../errors/rest-error-filter';
import type { Logger } from '../logging/logger';
import { isJson, mediaTypeOf, parseBody } from './parse-body';

const MiB = 1024 * 1024;
/** Bytes of a webhook's body, which the webhook itself reads. */
export const MAX_WEBHOOK_BYTES = 16 * MiB;
/** Bytes of an API request's body. */
export const MAX_API_BYTES = 4 * MiB;

/** A request whose body was read by `bodyReader`. */
export interface RequestWithRawBody extends Request {
  /** The bytes as they came (decompressed): what signatures are made of. Empty when there was no body. */
  rawBody?: Buffer;
}

const isMultipart = (request: { headers: Request['headers'] }): boolean =>
  mediaTypeOf(request.headers['content-type']).startsWith('multipart/');

function describeReadError(error: unknown, maxBytes: number): unknown {
  const { type, status } = (error ?? {}) as { type?: string; status?: number };
  if (type === 'entity.too.large') {
    return new DomainError({
      code: 'BODY_TOO_LARGE',
      status: 413,
      message: `The body is larger than the limit of ${maxBytes / MiB} MB.`,
      details: { maxBytes },
    });
  }
  if (type === 'encoding.unsupported') {
    return new DomainError({
      code: 'UNSUPPORTED_MEDIA_TYPE',
      status: 415,
      message: 'The body is compressed in a way that is not known here.',
    });
  }
  const isClientFault = typeof status === 'number' && status >= 400 && status < 500;
  return isClientFault ? invalid('BODY_MALFORMED', 'The body could not be read to its end.') : error;
}

/** Reads the whole body into `rawBody` and its meaning into `body`. Leaves multipart to the multipart parser. */
export function bodyReader(logger: Logger, maxBytes: number): RequestHandler {
  const read = express.raw({ type: (request) => !isMultipart(request as Request), limit: maxBytes });
  return (request: Request, response: Response, next: NextFunction) => {
    read(request, response, (error?: unknown) => {
      try {
        if (error) throw describeReadError(error, maxBytes);
        keepBody(request);
      } catch (problem) {
        return answerWithError(logger, request, response, problem);
      }
      next();
    });
  };
}

function keepBody(request: RequestWithRawBody): void {
  const raw: unknown = request.body;
  if (isMultipart(request)) refuseOtherThanJson(request);
  if (!Buffer.isBuffer(raw)) return;
  if (raw.length > 0) refuseOtherThanJson(request);
  request.rawBody = raw;
  request.body = parseBody(raw, request.headers['content-type']);
}

/** Addresses that take JSON and nothing else; a webhook's body is read by the webhook. */
const takesJson = /^\/(api|graphql)(\/|$)/i;

/** @throws DomainError `UNSUPPORTED_MEDIA_TYPE`, rather than telling that every field is missing */
function refuseOtherThanJson({ headers, path }: Request): void {
  const type = mediaTypeOf(headers['content-type']);
  if (type === '' || isJson.test(type) || !takesJson.test(path)) return;
  throw new DomainError({
    code: 'UNSUPPORTED_MEDIA_TYPE',
    status: 415,
    message: `The body is ${type}. Send JSON, with the header Content-Type: application/json.`,
    details: { contentType: type },
  });
}
