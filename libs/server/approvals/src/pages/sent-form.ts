import type { Readable } from 'node:stream';
import { Config, DomainError, invalid } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer, { type StorageEngine } from 'multer';
import { approvalsConfig } from '../approvals.config';
import type { SentFile, SentFiles } from './form-files';

const MB = 1024 * 1024;
const MOST_FILES = 50;
const MOST_FIELDS = 200;
const MOST_FIELD_BYTES = 256 * 1024;
/** More than this is not even read to say which file is too large. */
const MOST_BODY_BYTES = 64 * MB;

/** What a page sent: its fields, and its files. */
export interface SentForm {
  readonly body: unknown;
  readonly files: SentFiles;
}

/** Reads what pages with forms send. Files are held in memory, no more of them than a form takes. */
@Injectable()
export class SentForms {
  /** Bytes that all files of a form may have together. */
  readonly maxFileBytes: number;

  constructor(config: Config) {
    this.maxFileBytes = Math.floor(config.of(approvalsConfig).FORM_FILES_MAX_MB * MB);
  }

  /** @throws DomainError `FORM_TOO_LARGE` (413), `FORM_UNREADABLE` (400) */
  async read(request: Request, response: Response): Promise<SentForm> {
    const maxBytes = this.maxFileBytes;
    if (!/^multipart\/form-data\b/i.test(request.headers['content-type'] ?? ''))
      return { body: request.body as unknown, files: { files: [], maxBytes } };
    if (Number(request.headers['content-length'] ?? 0) > MOST_BODY_BYTES) {
      request.resume();
      throw tooLarge();
    }
    const files = await this.#multipart(request, response);
    return { body: request.body as unknown, files: { files, maxBytes } };
  }

  #multipart(request: Request, response: Response): Promise<SentFile[]> {
    const read = multer({
      storage: new BoundedFiles(this.maxFileBytes),
      defParamCharset: 'utf8',
      limits: { files: MOST_FILES, fields: MOST_FIELDS, fieldSize: MOST_FIELD_BYTES },
    }).any();
    return new Promise((resolve, reject) => {
      let bytes = 0;
      const count = (chunk: Buffer): void => {
        bytes += chunk.length;
        if (bytes <= MOST_BODY_BYTES) return;
        request.off('data', count).unpipe();
        request.resume();
        reject(tooLarge());
      };
      request.on('data', count);
      read(request, response, (error?: unknown) => {
        request.off('data', count);
        if (error) return reject(unreadable(error));
        const files = (request.files as HeldFile[] | undefined) ?? [];
        resolve(
          files.map(({ fieldname, originalname, mimetype, size, content }) => ({
            ...{ field: fieldname, fileName: originalname, mimeType: mimetype, bytes: size, content },
          })),
        );
      });
    });
  }
}

type HeldFile = Express.Multer.File & { readonly content: Buffer };

/** Counts every byte, and keeps none of those beyond the limit: so the page can say how large a file was. */
class BoundedFiles implements StorageEngine {
  #left: number;

  constructor(maxBytes: number) {
    this.#left = maxBytes;
  }

  _handleFile: StorageEngine['_handleFile'] = (_request, file, done) => {
    const stream: Readable = file.stream;
    let chunks: Buffer[] = [];
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      this.#left -= chunk.length;
      if (this.#left < 0) chunks = [];
      else chunks.push(chunk);
    });
    stream.once('error', (error) => done(error));
    stream.once('end', () => done(null, { size, content: Buffer.concat(chunks) } as Partial<HeldFile>));
  };

  _removeFile: StorageEngine['_removeFile'] = (_request, _file, done) => done(null);
}

function tooLarge(): DomainError {
  const message = `This is more than ${MOST_BODY_BYTES / MB} MB. Go back, and choose smaller files.`;
  return new DomainError({ code: 'FORM_TOO_LARGE', status: 413, message });
}

/** Whatever stops the reading, the sender can mend it. */
function unreadable(error: unknown): DomainError {
  const { message } = error as Error;
  return invalid('FORM_UNREADABLE', `The form could not be read (${message}). Go back and try again.`);
}
