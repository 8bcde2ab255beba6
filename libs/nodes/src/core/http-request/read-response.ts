import { NodeError } from '@millrace/node-sdk';
import type { HttpResponse } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import parseSafely from 'secure-json-parse';
import { placeOf } from './http-failures';

export type ResponseFormat = 'auto' | 'json' | 'text' | 'file';

const JSON_TYPE = /^application\/json\b|^text\/json\b|\+json\b/;
const TEXT_TYPE =
  /^text\/|\bxml\b|\+xml\b|javascript|^application\/(x-www-form-urlencoded|x-ndjson|ndjson|graphql|yaml|x-yaml|toml|sql|csv)\b/;

/**
 * The body of an answer as a value.
 * @throws NodeError `HTTP_INVALID_JSON` when JSON was asked for and something else came
 */
export function readBody(response: HttpResponse, format: ResponseFormat): Json {
  const type = mimeTypeOf(response);
  switch (format) {
    case 'json':
      return requiredJson(response);
    case 'text':
      return textIn(response);
    case 'file':
      return fileIn(response);
    case 'auto':
      if (response.body.length === 0) return null;
      if (JSON_TYPE.test(type)) return jsonOr(response, textIn);
      if (type === '') return jsonOr(response, untypedIn);
      return TEXT_TYPE.test(type) ? textIn(response) : fileIn(response);
  }
}

/** For messages about errors: JSON or text, whatever was asked for. */
export function readErrorBody(response: HttpResponse): Json {
  const value = readBody(response, 'auto');
  const isFile = typeof value === 'object' && value !== null && 'base64' in value;
  return isFile ? `${response.body.length} bytes of ${mimeTypeOf(response)}` : value;
}

function requiredJson(response: HttpResponse): Json {
  if (response.body.length === 0) return null;
  const value = jsonIn(response);
  if (value !== undefined) return value;
  const message = `${placeOf(response.url)} answered something that is no JSON. Read the answer as text, or look at the address.`;
  throw new NodeError({
    code: 'HTTP_INVALID_JSON',
    fault: 'user',
    message,
    details: { text: textIn(response).slice(0, 2_000) },
  });
}

function jsonOr(response: HttpResponse, otherwise: (response: HttpResponse) => Json): Json {
  const value = jsonIn(response);
  return value === undefined ? otherwise(response) : value;
}

/** Undefined when it is no JSON. Keys that reach for prototypes are taken out. */
function jsonIn(response: HttpResponse): Json | undefined {
  try {
    return parseSafely.parse(textIn(response), undefined, {
      protoAction: 'remove',
      constructorAction: 'remove',
    }) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function textIn(response: HttpResponse): string {
  const charset = /charset=["']?([\w-]+)/i.exec(response.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  return decoderOf(charset).decode(response.body);
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_NOT_SUPPORTED') return new TextDecoder();
    throw error;
  }
}

/** Text if the bytes are UTF-8, else a file. */
function untypedIn(response: HttpResponse): Json {
  return isUtf8(response.body) ? textIn(response) : fileIn(response);
}

function fileIn(response: HttpResponse): Json {
  const { body } = response;
  return {
    fileName: fileNameOf(response),
    mimeType: mimeTypeOf(response) || 'application/octet-stream',
    bytes: body.length,
    base64: Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('base64'),
  };
}

function mimeTypeOf(response: HttpResponse): string {
  return (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** From the header, else the end of the address; without folders. */
function fileNameOf(response: HttpResponse): string {
  const disposition = response.headers['content-disposition'] ?? '';
  const extended = /filename\*\s*=\s*(?:utf-8|iso-8859-1)?'[^']*'([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition);
  const fromUrl = URL.canParse(response.url) ? new URL(response.url).pathname : '';
  const name = decoded(extended) ?? plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2] ?? decoded(fromUrl) ?? '';
  return name.split(/[/\\]/).at(-1)?.slice(0, 255) || 'download';
}

function decoded(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
