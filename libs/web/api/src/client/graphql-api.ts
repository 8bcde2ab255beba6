import { inject, Injectable } from '@angular/core';
import { Observable } from 'rxjs';
import { apiErrorOf, fromSocket } from '../errors/api-error';
import { GraphqlCalls } from '../http/graphql-calls';
import type { GraphqlDocument } from '../http/graphql-document';
import { LiveSocket } from '../live/live-socket';
import { Session } from '../session/session';

/** How a query is answered. */
export interface QueryOptions {
  /** `cached`: what an equal query that may be kept was answered with; `fresh` (default): from the server. */
  readonly from?: 'fresh' | 'cached';
  readonly signal?: AbortSignal;
}

/** The GraphQL API. Everything fails with an `ApiError`; what mutations refuse is in their payload, see `accepted`. */
@Injectable({ providedIn: 'root' })
export class GraphqlApi {
  private readonly session = inject(Session);
  private readonly calls = inject(GraphqlCalls);
  private readonly socket = inject(LiveSocket);
  /** Answers to queries that may be kept, by what was asked; gone with the session. */
  private readonly kept = new Map<string, Promise<unknown>>();

  constructor() {
    this.session.onEnd(() => this.kept.clear());
  }

  /** @throws ApiError; the reason of `signal` when it aborts */
  async query<D, V>(
    document: GraphqlDocument<D, V>,
    variables: V,
    { from = 'fresh', signal }: QueryOptions = {},
  ): Promise<D> {
    const asked = from === 'cached' ? this.keep(document, variables) : this.call(document, variables, signal);
    return signal ? Promise.race([asked, rejectionOf(signal)]) : asked;
  }

  /** @throws ApiError */
  async mutate<D, V>(document: GraphqlDocument<D, V>, variables: V): Promise<D> {
    return this.call(document, variables);
  }

  /** A subscription; subscribes again by itself when the connection was lost (what happened in between is not repeated). */
  live<D, V>(document: GraphqlDocument<D, V>, variables: V): Observable<D> {
    return new Observable((subscriber) =>
      this.socket.subscribe<D>(
        { query: document, variables: variables as Record<string, unknown> },
        {
          next: ({ data, errors }) => {
            if (errors) subscriber.error(fromSocket(errors));
            else if (data) subscriber.next(data);
          },
          error: (thrown) => subscriber.error(fromSocket(thrown)),
          complete: () => subscriber.complete(),
        },
      ),
    );
  }

  /** Somebody else may have ended the token before its time: then a new one is taken, once. */
  private async call<D, V>(document: GraphqlDocument<D, V>, variables: V, signal?: AbortSignal): Promise<D> {
    const ask = (token: string): Promise<D> => this.calls.ask(document, variables, token, signal);
    try {
      return await ask(await this.session.accessToken());
    } catch (thrown) {
      if (signal?.aborted) throw thrown;
      const error = apiErrorOf(thrown);
      if (error.category !== 'UNAUTHENTICATED' || this.session.status() !== 'signed-in') throw error;
    }
    return ask((await this.session.renew()).accessToken);
  }

  private keep<D, V>(document: GraphqlDocument<D, V>, variables: V): Promise<D> {
    const key = `${document}${JSON.stringify(variables)}`;
    const known = this.kept.get(key) as Promise<D> | undefined;
    if (known) return known;
    const asked = this.call(document, variables);
    this.kept.set(key, asked);
    asked.catch(() => this.kept.get(key) === asked && this.kept.delete(key));
    return asked;
  }
}

/** Rejects when the signal aborts. */
function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const give = (): void => reject(signal.reason as Error);
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
  });
}
