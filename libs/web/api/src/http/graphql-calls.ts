import { inject, Injectable } from '@angular/core';
import { Connection } from '../connection/connection';
import { ApiError, apiErrorOf, fromGraphqlError, fromHttp, type ShownError } from '../errors/api-error';
import { BROWSER } from './browser';
import type { GraphqlDocument } from './graphql-document';

/** Where the API is, on the server of this page. */
export const GRAPHQL_PATH = '/graphql';

interface Sending {
  readonly token?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly keepalive?: boolean;
}

interface Answer<D> {
  readonly data?: D | null;
  readonly errors?: readonly ShownError[];
}

/** Single operations: nothing is kept, nothing is tried again. */
@Injectable({ providedIn: 'root' })
export class GraphqlCalls {
  private readonly browser = inject(BROWSER);
  private readonly connection = inject(Connection);

  /** An operation whose answer replaces the cookie: it is taken also when the page is left in the meantime. @throws ApiError */
  call<D, V>(document: GraphqlDocument<D, V>, variables: V, token?: string): Promise<D> {
    return this.send(document, variables, { token, keepalive: true });
  }

  /** Any other operation. @throws ApiError; what `signal` was aborted with */
  ask<D, V>(document: GraphqlDocument<D, V>, variables: V, token: string, signal?: AbortSignal): Promise<D> {
    return this.send(document, variables, { token, signal });
  }

  private async send<D, V>(document: GraphqlDocument<D, V>, variables: V, options: Sending): Promise<D> {
    const response = await this.post(JSON.stringify({ query: document, variables }), options);
    const text = await response.text();
    const answer = parsed<D>(text);
    const [error] = answer?.errors ?? [];
    if (error) throw fromGraphqlError(error);
    if (answer?.data) return answer.data;
    if (!response.ok || !answer) throw fromHttp(response.status, text);
    throw new ApiError({ code: 'NO_DATA', message: 'The server answered without data.', category: 'INTERNAL' });
  }

  private async post(body: string, { token, signal, keepalive = false }: Sending): Promise<Response> {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    try {
      const init: RequestInit = { method: 'POST', headers, body, credentials: 'same-origin', keepalive };
      const response = await this.browser.fetch(GRAPHQL_PATH, { ...init, ...(signal && { signal }) });
      this.connection.found();
      return response;
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (error instanceof TypeError) this.connection.lost();
      throw apiErrorOf(error);
    }
  }
}

function parsed<D>(text: string): Answer<D> | null {
  try {
    return JSON.parse(text) as Answer<D>;
  } catch {
    return null;
  }
}
