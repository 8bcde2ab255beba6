import { inject, Injectable } from '@angular/core';
import type { TypedDocumentNode } from '@apollo/client';
import { print } from 'graphql';
import { Connection } from '../connection/connection';
import { apiErrorOf, fromGraphqlError, fromHttp } from '../errors/api-error';
import { BROWSER } from './browser';

/** Where the API is, on the server of this page. */
export const GRAPHQL_PATH = '/graphql';

interface Answer<D> {
  readonly data?: D | null;
  readonly errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** Single operations without cache and without a token: for signing in and refreshing. */
@Injectable({ providedIn: 'root' })
export class GraphqlCalls {
  private readonly browser = inject(BROWSER);
  private readonly connection = inject(Connection);

  /** @throws ApiError */
  async call<D, V>(document: TypedDocumentNode<D, V>, variables: V): Promise<D> {
    const response = await this.post(JSON.stringify({ query: print(document), variables }));
    const text = await response.text();
    const answer = parsed<D>(text);
    if (answer?.errors?.[0]) throw fromGraphqlError(answer.errors[0]);
    if (!answer?.data) throw fromHttp(response.status, text);
    return answer.data;
  }

  private async post(body: string): Promise<Response> {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    try {
      // `keepalive`: the answer replaces a cookie, also when the page is left in the meantime.
      const init: RequestInit = { method: 'POST', headers, body, credentials: 'same-origin', keepalive: true };
      const response = await this.browser.fetch(GRAPHQL_PATH, init);
      this.connection.found();
      return response;
    } catch (error) {
      this.connection.lost();
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
