import { inject, Injectable } from '@angular/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { Apollo } from 'apollo-angular';
import { catchError, filter, map, Observable, throwError } from 'rxjs';
import { ApiError, apiErrorOf } from '../errors/api-error';
import { Session } from '../session/session';

/** How a query is answered. */
export interface QueryOptions {
  /** `cached`: what is known already, without asking; `fresh` (default): from the server. */
  readonly from?: 'fresh' | 'cached';
  readonly signal?: AbortSignal;
}

/** The GraphQL API. Everything fails with an `ApiError`; what mutations refuse is in their payload, see `accepted`. */
@Injectable({ providedIn: 'root' })
export class GraphqlApi {
  private readonly apollo = inject(Apollo);

  constructor() {
    inject(Session).onEnd(() => void this.apollo.client.clearStore());
  }

  /** @throws ApiError; the reason of `signal` when it aborts */
  async query<D, V extends OperationVariables>(
    document: TypedDocumentNode<D, V>,
    variables: V,
    { from = 'fresh', signal }: QueryOptions = {},
  ): Promise<D> {
    const fetchPolicy = from === 'cached' ? 'cache-first' : 'network-only';
    const context = signal ? { fetchOptions: { signal } } : {};
    // Apollo would give one answer to equal questions at the same time, and abort it for all.
    const options = {
      query: document,
      variables,
      fetchPolicy,
      context: { ...context, queryDeduplication: !signal },
    } as const;
    const asked = this.dataOf(this.apollo.client.query<D, V>(options as never));
    return signal ? Promise.race([asked, rejectionOf(signal)]) : asked;
  }

  /** @throws ApiError */
  async mutate<D, V extends OperationVariables>(document: TypedDocumentNode<D, V>, variables: V): Promise<D> {
    return this.dataOf(this.apollo.client.mutate<D, V>({ mutation: document, variables } as never));
  }

  /** What is known, then what the server says, then every change that anything else brings into the cache. */
  watch<D, V extends OperationVariables>(document: TypedDocumentNode<D, V>, variables: V): Observable<D> {
    return this.apollo.watchQuery<D, V>({ query: document, variables } as never).valueChanges.pipe(
      filter(({ dataState }) => dataState === 'complete'),
      map(({ data }) => data as D),
      asApiErrors(),
    );
  }

  /** A subscription; subscribes again by itself when the connection was lost (what happened in between is not repeated). */
  live<D, V extends OperationVariables>(document: TypedDocumentNode<D, V>, variables: V): Observable<D> {
    return this.apollo.subscribe<D, V>({ query: document, variables } as never).pipe(
      map(({ data, error }) => {
        if (error) throw error;
        return data as D;
      }),
      asApiErrors(),
    );
  }

  private async dataOf<D>(answer: Promise<{ readonly data?: D | undefined; readonly error?: unknown }>): Promise<D> {
    try {
      const { data, error } = await answer;
      if (error) throw error;
      if (!data)
        throw new ApiError({ code: 'NO_DATA', message: 'The server answered without data.', category: 'INTERNAL' });
      return data;
    } catch (error) {
      throw apiErrorOf(error);
    }
  }
}

/** Rejects when the signal aborts: Apollo does not look at a signal that has aborted before it asks. */
function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const give = (): void => reject(signal.reason as Error);
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
  });
}

function asApiErrors<T>(): (source: Observable<T>) => Observable<T> {
  return catchError((error: unknown) => throwError(() => apiErrorOf(error)));
}
