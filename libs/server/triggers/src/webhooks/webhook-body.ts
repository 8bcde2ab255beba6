import { isUtf8 } from 'node:buffer';
import type { Json, JsonObject } from '@millrace/workflow-model';
import type { Request, RequestHandler, Response } from 'express';
import express from 'express';
import multer from 'multer';
import secureJson from 'secure-json-parse';
import { limitExceeded, MAX_WEBHOOK_BYTES } from '@millrace/server-platform';
import { webhookBodyInvalid } from '../triggers.errors';

/** Nesting that no honest sender needs; deeper values would overflow stacks further on. */
const MAX_DEPTH = 200;
const MAX_FORM_FIELDS = 1_000;
const MAX_FILES = 20;

const readRaw = express.raw({ type: () => true, limit: MAX_WEBHOOK_BYTES });
const readMultipart = multer({
  storage: multer.memoryStorage(),
  // As browsers write the names of files.
  defParamCharset: 'utf8',
  limits: { fileSize: MAX_WEBHOOK_BYTES, files: MAX_FILES, fields: MAX_FORM_FIELDS, fieldSize: MAX_WEBHOOK_BYTES },
}).any();

/** What came with a call: the bytes as they were sent, and what they mean. */
export interface WebhookBody {
  /** Empty for multipart bodies, which are never kept whole. */
  readonly raw: Buffer;
  readonly value: Json;
}

/**
 * Reads the body: JSON, forms, text; files only from multipart; everything else as base64.
 * @throws DomainError `BODY_TOO_LARGE`, `WEBHOOK_BODY_INVALID`
 */
export async function readWebhookBody(request: Request, response: Response): Promise<WebhookBody> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_WEBHOOK_BYTES) throw bodyTooLarge();
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
  if (type === 'multipart/form-data') {
    await withinLimit(request, run(readMultipart, request, response));
    return { raw: Buffer.alloc(0), value: multipartValue(request) };
  }
  await run(readRaw, request, response);
  const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  return { raw, value: parseWebhookBody(type, raw) };
}

const bodyTooLarge = (): Error =>
  limitExceeded('BODY_TOO_LARGE', `The body is larger than ${MAX_WEBHOOK_BYTES} bytes, the limit of a webhook.`, {
    status: 413,
  });

/** The parser limits each part; together they must stay below the limit too, also when the sender did not say how much comes. */
function withinLimit(request: Request, reading: Promise<void>): Promise<void> {
  let bytes = 0;
  return new Promise((resolve, reject) => {
    const count = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes <= MAX_WEBHOOK_BYTES) return;
      request.off('data', count).unpipe();
      request.resume();
      reject(bodyTooLarge());
    };
    request.on('data', count);
    reading.then(resolve, reject).finally(() => request.off('data', count));
  });
}

function run(handler: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    handler(request, response, (error?: unknown) => (error ? reject(readError(error)) : resolve()));
  });
}

function readError(error: unknown): Error {
  const { type, code, message } = error as { type?: string; code?: string; message: string };
  if (type === 'entity.too.large' || code === 'LIMIT_FILE_SIZE' || code === 'LIMIT_FIELD_VALUE') return bodyTooLarge();
  return webhookBodyInvalid(message);
}

/** What the bytes of a body of this media type mean. An empty body is an empty object, so that fields can be asked for. */
export function parseWebhookBody(type: string, raw: Buffer): Json {
  if (raw.length === 0) return {};
  if (type === 'application/json' || type.endsWith('+json')) return parseJson(raw);
  if (type === 'application/x-www-form-urlencoded') return formValue(new URLSearchParams(raw.toString('utf8')));
  if (type.startsWith('text/') || type === 'application/xml' || type.endsWith('+xml')) return raw.toString('utf8');
  if (type === '') return looksLikeJson(raw) ? parseJson(raw) : raw.toString('utf8');
  return { mimeType: type, bytes: raw.length, base64: raw.toString('base64') };
}

function looksLikeJson(raw: Buffer): boolean {
  return raw[0] === 0x7b || raw[0] === 0x5b;
}

function parseJson(raw: Buffer): Json {
  if (!isUtf8(raw)) throw webhookBodyInvalid('it is not UTF-8.');
  let value: Json;
  try {
    value = secureJson.parse(raw.toString('utf8'), undefined, {
      protoAction: 'error',
      constructorAction: 'error',
    }) as Json;
  } catch (error) {
    throw webhookBodyInvalid((error as Error).message);
  }
  if (!isShallow(value, MAX_DEPTH)) throw webhookBodyInvalid(`it is nested deeper than ${MAX_DEPTH} levels.`);
  return value;
}

function isShallow(value: Json, levels: number): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (levels === 0) return false;
  return Object.values(value).every((inner) => isShallow(inner, levels - 1));
}

/** Fields by name; a name that comes several times becomes a list. */
export function formValue(pairs: Iterable<[string, string]>): JsonObject {
  const fields = new Map<string, Json>();
  for (const [name, value] of pairs) {
    if (name === '__proto__') throw webhookBodyInvalid('a field must not be called "__proto__".');
    if (fields.size >= MAX_FORM_FIELDS) throw webhookBodyInvalid(`a form has at most ${MAX_FORM_FIELDS} fields.`);
    const before = fields.get(name);
    if (before === undefined) fields.set(name, value);
    else if (Array.isArray(before)) before.push(value);
    else fields.set(name, [before, value]);
  }
  return Object.fromEntries(fields);
}

/** What the parser made of names such as `a[b]`, in objects without a prototype. */
function plainFields(entries: readonly [string, Json][]): JsonObject {
  if (entries.some(([name]) => name === '__proto__'))
    throw webhookBodyInvalid('a field must not be called "__proto__".');
  return Object.fromEntries(
    entries.map(([name, value]): [string, Json] => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [name, value];
      return [name, plainFields(Object.entries(value))];
    }),
  );
}

function multipartValue(request: Request): Json {
  const fields = plainFields(Object.entries((request.body ?? {}) as Record<string, Json>));
  const files = (request.files as Express.Multer.File[] | undefined) ?? [];
  return {
    ...fields,
    files: files.map((file) => ({
      field: file.fieldname,
      fileName: file.originalname,
      mimeType: file.mimetype,
      bytes: file.size,
      base64: file.buffer.toString('base64'),
    })),
  };
}
