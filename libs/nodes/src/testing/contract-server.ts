import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Json, JsonObject } from '@millrace/workflow-model';
import qs from 'qs';
import { ContractDocument } from './contract-document';
import type { ContractRequest } from './contract-document';

/** What the server says. Text and bytes go out as they are, everything else as JSON. */
export interface ContractAnswer {
  /** 200 when absent. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json | Uint8Array;
  /** Says nothing until the caller has gone: a slow service. */
  readonly hang?: boolean;
  /** Closes the connection in place of an answer. */
  readonly reset?: boolean;
}

export type ContractHandler = (request: ContractRequest) => ContractAnswer | Promise<ContractAnswer>;

/** A request that arrived, and what came of it. */
export interface ContractCall extends ContractRequest {
  readonly method: string;
  /** Undefined when the document knows no such operation. */
  readonly operation: string | undefined;
  /** What the contract had against it. */
  readonly flaws: readonly string[];
  readonly status: number;
}

export interface ContractOptions {
  /** Answers by operation id; a sample of the document's schema when absent. */
  readonly handlers?: Readonly<Record<string, ContractHandler>>;
  /** Requests that the contract takes are handed on to this address, such as an emulator, in place of the base path. */
  readonly upstream?: string;
  /** Replaces the path of the document's server, for a service that is spoken to under another one. */
  readonly basePath?: string;
}

/** A server that refuses what the official document of a service refuses: 404, 401, or 422 with `errors`. */
export class ContractServer {
  readonly calls: ContractCall[] = [];
  private readonly queued: ContractAnswer[] = [];

  private constructor(
    private readonly server: Server,
    private readonly contract: ContractDocument,
    private readonly options: ContractOptions,
  ) {}

  /** Listens on a free port of the loopback address. `name` is a file of `contracts/`, such as `openai`. */
  static async start(name: string, options: ContractOptions = {}): Promise<ContractServer> {
    const server = createServer();
    const started = new ContractServer(server, documentOf(name), options);
    server.on('request', (request, response) => void started.serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  /** Address with the base path of the document: what a credential's base URL is set to. */
  get url(): string {
    return `${this.origin}${this.basePath}`;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Answers the next requests that the contract takes, in order, before handlers are asked. */
  answerNext(...answers: readonly ContractAnswer[]): void {
    this.queued.push(...answers);
  }

  /** Forgets calls and answers that nobody fetched. */
  reset(): void {
    this.calls.length = 0;
    this.queued.length = 0;
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  private get basePath(): string {
    return this.options.basePath ?? this.contract.basePath;
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.answer(incoming, response);
    } catch (error) {
      // The caller that hangs up is part of some tests; anything else is told to it.
      if (!response.headersSent && !response.destroyed) response.writeHead(500).end(String(error));
      else response.destroy();
    }
  }

  private async answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await bytesOf(incoming);
    const { request, unreadable } = readRequest(incoming, raw, this.basePath);
    const method = incoming.method ?? 'GET';
    const found = this.contract.find(method, request.path);
    const told = { ...request, params: found?.params ?? {} };
    const refusal = this.refusalOf(method, told, unreadable);
    const call = { ...told, method, operation: found?.operation.id };
    const note = (status: number): void => {
      this.calls.push({ ...call, status, flaws: (refusal?.body as { errors?: string[] } | undefined)?.errors ?? [] });
    };
    if (refusal) return send(response, refusal, note);
    const next = this.queued.shift();
    if (next) return send(response, next, note);
    const handler = this.options.handlers?.[call.operation ?? ''];
    if (handler) return send(response, await handler(told), note);
    if (this.options.upstream !== undefined) return this.passOn(incoming, { raw, response, note, path: told.path });
    return send(response, found ? this.contract.sampleAnswer(found.operation) : {}, note);
  }

  private refusalOf(method: string, request: ContractRequest, unreadable: string[]): ContractAnswer | undefined {
    const found = this.contract.find(method, request.path);
    if (!found) return { status: 404, body: { error: { message: `No such operation: ${method} ${request.path}` } } };
    if (!this.contract.isAuthenticated(found.operation, request.headers)) {
      return { status: 401, body: { error: { message: 'Nothing says who this comes from.' } } };
    }
    const errors = [...unreadable, ...this.contract.flawsOf(found.operation, request)];
    if (errors.length === 0) return undefined;
    return { status: 422, body: { error: { message: `Refused by the contract: ${errors.join('; ')}` }, errors } };
  }

  private async passOn(
    incoming: IncomingMessage,
    {
      raw,
      response,
      note,
      path: below,
    }: { raw: Buffer; response: ServerResponse; note: (status: number) => void; path: string },
  ): Promise<void> {
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = incoming.headers;
    const answer = await fetch(`${this.options.upstream}${below}${new URL(incoming.url ?? '/', 'http://x').search}`, {
      method: incoming.method ?? 'GET',
      headers: plainHeaders(headers),
      ...(raw.length === 0 ? {} : { body: new Uint8Array(raw) }),
    });
    note(answer.status);
    const {
      'content-encoding': _encoding,
      'transfer-encoding': _transfer,
      ...kept
    } = Object.fromEntries(answer.headers);
    response.writeHead(answer.status, kept);
    if (answer.body) await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), response);
    else response.end();
  }
}

/** Starts a {@link ContractServer}. */
export function startContractServer(name: string, options?: ContractOptions): Promise<ContractServer> {
  return ContractServer.start(name, options);
}

const documents = new Map<string, ContractDocument>();

/** Compiling one takes up to a second, so that each is compiled once per test file. */
function documentOf(name: string): ContractDocument {
  const known = documents.get(name);
  if (known) return known;
  const file = path.join(__dirname, 'contracts', `${name}.openapi.json`);
  const document = new ContractDocument(JSON.parse(readFileSync(file, 'utf8')) as JsonObject);
  documents.set(name, document);
  return document;
}

function readRequest(
  incoming: IncomingMessage,
  raw: Buffer,
  basePath: string,
): { request: Omit<ContractRequest, 'params'>; unreadable: string[] } {
  const url = new URL(incoming.url ?? '/', 'http://x');
  const isBelow = basePath !== '' && (url.pathname === basePath || url.pathname.startsWith(`${basePath}/`));
  const contentType = (incoming.headers['content-type'] ?? '').split(';', 1)[0]?.trim() ?? '';
  const unreadable: string[] = [];
  let body: Json | undefined;
  try {
    body = raw.length === 0 ? undefined : bodyOf(raw.toString('utf8'), contentType);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    unreadable.push('body is not JSON');
  }
  const request = {
    path: isBelow ? url.pathname.slice(basePath.length) || '/' : url.pathname,
    headers: plainHeaders(incoming.headers),
    query: qs.parse(url.search.slice(1)) as JsonObject,
    contentType,
    body,
  };
  return { request, unreadable };
}

function bodyOf(text: string, contentType: string): Json {
  if (contentType.includes('json')) return JSON.parse(text) as Json;
  return contentType.includes('x-www-form-urlencoded') ? (qs.parse(text, { depth: 10 }) as JsonObject) : text;
}

function send(response: ServerResponse, answer: ContractAnswer, note: (status: number) => void): void {
  const { status = 200, headers, body, hang, reset } = answer;
  note(hang || reset ? 0 : status);
  if (hang) return;
  if (reset) return void response.destroy();
  const isPlain = typeof body === 'string' || body instanceof Uint8Array;
  response.writeHead(status, { 'content-type': isPlain ? 'text/plain' : 'application/json', ...headers });
  response.end(body === undefined ? '' : isPlain ? body : JSON.stringify(body));
}

function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}

async function bytesOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
