import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { GuardedHttpError } from './guarded-http-error';

function decoderOf(encoding: string | undefined): Transform | null {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return null;
  }
}

/** Whether `readBody` takes the compression away, so that the headers that speak of it are no longer true. */
export function isDecoded(encoding: string | undefined): boolean {
  const decoder = decoderOf(encoding);
  decoder?.destroy();
  return decoder !== null;
}

/**
 * A body, decompressed, as it comes. Counts the bytes that come out, so that a small bomb cannot grow. Whoever leaves early
 * closes the connection. @throws GuardedHttpError `HTTP_TOO_LARGE`
 */
export async function* decodedChunks(
  body: Readable,
  encoding: string | undefined,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  const decoder = decoderOf(encoding);
  if (decoder) body.on('error', (error) => decoder.destroy(error));
  const source = decoder ? body.pipe(decoder) : body;
  let size = 0;
  let ended = false;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes)
        throw new GuardedHttpError('HTTP_TOO_LARGE', `The answer is larger than the limit of ${maxBytes} bytes.`);
      yield chunk;
    }
    ended = true;
  } finally {
    if (!ended) {
      body.on('error', () => undefined);
      body.destroy();
    }
  }
}

/** Reads a body to its end, decompressed. @throws GuardedHttpError `HTTP_TOO_LARGE` */
export async function readBody(body: Readable, encoding: string | undefined, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of decodedChunks(body, encoding, maxBytes)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
