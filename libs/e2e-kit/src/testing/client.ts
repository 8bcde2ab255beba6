/* eslint-disable @typescript-eslint/no-explicit-any -- answers are read as a stranger reads them */
import { randomBytes } from 'node:crypto';
import { createClient, type Client as SocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Json } from '@millrace/workflow-model';
import { until } from './until';

/** An answer of the REST interface. */
export interface Answer<T = any> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** Sends one request; `raw` goes out as it is, `body` as JSON. */
export async function send(
  method: string,
  url: string,
  options: { body?: unknown; raw?: string | Uint8Array; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const body = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const answer = await fetch(url, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...options.headers },
    ...(body === undefined ? {} : { body: body as string }),
    redirect: 'manual',
  });
  const text = await answer.text();
  let value: unknown = text;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON: the text is the answer.
  }
  return { status: answer.status, headers: answer.headers, body: value };
}

/** Somebody who is signed in, with all interfaces. */
export class Client {
  private constructor(
    readonly base: string,
    readonly email: string,
    readonly token: string,
  ) {}

  static async signUp(base: string): Promise<Client> {
    const email = `${randomBytes(6).toString('hex')}@example.com`;
    const { status, body } = await send('POST', `${base}/api/auth/register`, {
      body: { email, password: randomBytes(12).toString('base64url'), name: 'Test' },
    });
    if (status >= 300) throw new Error(`register: ${status} ${JSON.stringify(body)}`);
    return new Client(base, email, body.token);
  }

  /** Somebody who already has a token. */
  static of(base: string, email: string, token: string): Client {
    return new Client(base, email, token);
  }

  /** REST, whatever the status. */
  rest(method: string, route: string, body?: unknown): Promise<Answer> {
    return send(method, `${this.base}${route}`, { body, headers: { authorization: `Bearer ${this.token}` } });
  }

  /** REST that must succeed. */
  async ok<T = any>(method: string, route: string, body?: unknown): Promise<T> {
    const answer = await this.rest(method, route, body);
    if (answer.status >= 300) throw new Error(`${method} ${route}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** GraphQL over HTTP: data and errors as they come. */
  async graphql(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<{ data?: any; errors?: any[]; status: number }> {
    const { body, status } = await this.rest('POST', '/graphql', { query, variables });
    return { ...body, status };
  }

  /** A socket for subscriptions. */
  socket(): SocketClient {
    return createClient({
      url: `${this.base.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${this.token}` },
      // Trying again by itself, the library would ask for the events that were seen already: who watches subscribes anew.
      retryAttempts: 0,
    });
  }

  /** Saves and publishes a document; answers the id of the workflow and its first webhook. */
  async publish(document: Json): Promise<{ id: string; hook: string; webhookId: string }> {
    const { id } = await this.ok('POST', '/api/workflows', document);
    await this.ok('POST', `/api/workflows/${id}/publish`, {});
    const { items } = await this.ok('GET', `/api/webhooks?workflowId=${id}`);
    return { id, hook: items[0] ? `${this.base}${items[0].address}` : '', webhookId: items[0]?.id ?? '' };
  }

  /** Starts a run; answers its id. */
  async execute(workflowId: string, input: Json = {}): Promise<string> {
    const { executionId } = await this.ok('POST', `/api/workflows/${workflowId}/execute`, { input });
    return executionId;
  }

  execution(id: string): Promise<any> {
    return this.ok('GET', `/api/executions/${id}`);
  }

  /** Waits until the run has one of these statuses; answers it then. */
  async reaches(id: string, ...statuses: string[]): Promise<any> {
    let found: any;
    await until(
      `run ${id} is ${statuses.join(' or ')} (last: ${'${status}'})`,
      async () => statuses.includes((found = await this.execution(id).catch(() => ({ status: 'unreachable' }))).status),
      90_000,
    ).catch((error: Error) => {
      throw new Error(error.message.replace('${status}', JSON.stringify(found)));
    });
    return found;
  }
}
