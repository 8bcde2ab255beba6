import type { Json, JsonObject } from '@millrace/workflow-model';
import { createHash } from 'node:crypto';
import { invalidParam } from './http-failures';
import { objectOf, pairsOf, textOf } from './request-parts';

export type BodyType = 'auto' | 'none' | 'json' | 'form' | 'multipart' | 'raw';

export interface EncodedBody {
  readonly body?: string | Uint8Array;
  readonly contentType?: string;
}

/** A file as nodes hand it on. */
interface FileValue {
  readonly base64: string;
  readonly fileName?: string;
  readonly mimeType?: string;
}

const JSON_TYPE = 'application/json';
const TEXT_TYPE = 'text/plain; charset=utf-8';

/** What is sent, and what it is called. `seed` makes the boundary of multipart bodies: the same for every try. */
export function encodeBody(
  type: BodyType,
  body: Json | undefined,
  context: { method: string; seed: string },
): EncodedBody {
  switch (type) {
    case 'none':
      return {};
    case 'auto':
      return encodeByItself(body, context.method);
    case 'json':
      return { body: jsonText(body), contentType: JSON_TYPE };
    case 'form':
      return { body: formText(body), contentType: 'application/x-www-form-urlencoded' };
    case 'multipart':
      return multipart(objectOf('body', body), context.seed);
    case 'raw':
      return raw(body);
  }
}

function encodeByItself(body: Json | undefined, method: string): EncodedBody {
  const empty = body === undefined || body === null || body === '';
  if (empty || method === 'GET' || method === 'HEAD') return {};
  if (typeof body === 'string') return { body, contentType: isJsonText(body) ? JSON_TYPE : TEXT_TYPE };
  return isFile(body) ? raw(body) : { body: JSON.stringify(body), contentType: JSON_TYPE };
}

/** JSON text stays as it is written; other text becomes a JSON string, unless it clearly wanted to be more. */
function jsonText(body: Json | undefined): string {
  if (typeof body !== 'string') return JSON.stringify(body ?? null);
  if (isJsonText(body)) return body;
  if (/^\s*[[{]/.test(body)) throw invalidParam('body', 'is no valid JSON text. Look for a missing comma or quote.');
  return JSON.stringify(body);
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function formText(body: Json | undefined): string {
  if (typeof body === 'string' && !/^\s*\{/.test(body)) return body;
  return new URLSearchParams(pairsOf(objectOf('body', body))).toString();
}

function raw(body: Json | undefined): EncodedBody {
  if (body === undefined || body === null) return {};
  if (!isFile(body)) return { body: textOf(body), contentType: typeof body === 'string' ? TEXT_TYPE : JSON_TYPE };
  return { body: bytesOf(body), contentType: body.mimeType ?? 'application/octet-stream' };
}

function multipart(fields: JsonObject, seed: string): EncodedBody {
  const boundary = `millrace-${createHash('sha256').update(seed).digest('hex').slice(0, 40)}`;
  const parts = Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).filter((part) => part !== null).map((part) => partOf(name, part)),
  );
  const chunks = parts.flatMap(({ head, body }) => [
    Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`),
    body,
    Buffer.from('\r\n'),
  ]);
  return {
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}

function partOf(name: string, value: Json): { head: string; body: Buffer } {
  const disposition = `Content-Disposition: form-data; name="${quoted(name)}"`;
  if (!isFile(value)) return { head: disposition, body: Buffer.from(textOf(value)) };
  const type = (value.mimeType ?? 'application/octet-stream').replace(/[\r\n]/g, '');
  const head = `${disposition}; filename="${quoted(value.fileName ?? 'file')}"\r\nContent-Type: ${type}`;
  return { head, body: bytesOf(value) };
}

/** As browsers write it: the three characters that would end a quoted name. */
function quoted(text: string): string {
  return text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function isFile(value: Json): value is Json & FileValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value['base64'] === 'string';
}

function bytesOf(file: FileValue): Buffer {
  return Buffer.from(file.base64, 'base64');
}
