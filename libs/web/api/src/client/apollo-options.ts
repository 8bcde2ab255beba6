import { inject } from '@angular/core';
import { ApolloLink, InMemoryCache, type ApolloClient } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { HttpLink } from '@apollo/client/link/http';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { defer, from, Observable, switchMap } from 'rxjs';
import { Connection } from '../connection/connection';
import { possibleTypes } from '../graphql.generated';
import { BROWSER } from '../http/browser';
import { GRAPHQL_PATH } from '../http/graphql-calls';
import { LiveSocket } from '../live/live-socket';
import { Session } from '../session/session';

/** Objects by id, as the server names them. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          workflow: {
            read: (known, { args, toReference }) => known ?? toReference({ __typename: 'Workflow', id: args?.['id'] }),
          },
          execution: {
            read: (known, { args, toReference }) => known ?? toReference({ __typename: 'Execution', id: args?.['id'] }),
          },
        },
      },
      NodeDefinition: { keyFields: ['type', 'version'] },
      // Their ids name them within their definition only: every type has a port "main".
      NodePort: { keyFields: false },
      CredentialSlot: { keyFields: false },
      Workflow: { fields: { draft: { merge: true } } },
    },
  });
}

/** How the editor's Apollo client is made. Call inside an injection context. */
export function apolloOptions(): ApolloClient.Options {
  const socket = inject(LiveSocket);
  const http = ApolloLink.from([reachabilityLink(), renewalLink(), tokenLink(), httpLink()]);
  // A new socket client is made after the session has ended, so that it is asked for at each subscription.
  const live = new ApolloLink((operation) => new GraphQLWsLink(socket.client).request(operation));
  return {
    cache: createCache(),
    link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, live, http),
    defaultOptions: {
      query: { fetchPolicy: 'network-only' },
      watchQuery: { fetchPolicy: 'cache-and-network' },
    },
  };
}

function httpLink(): ApolloLink {
  const browser = inject(BROWSER);
  return new HttpLink({
    uri: GRAPHQL_PATH,
    credentials: 'same-origin',
    fetch: (url, init) => browser.fetch(String(url), init),
  });
}

function tokenLink(): ApolloLink {
  const session = inject(Session);
  return new SetContextLink(async ({ headers }) => ({
    headers: { ...(headers as object), authorization: `Bearer ${await session.accessToken()}` },
  }));
}

/** Somebody else may have ended the token before its time: then a new one is taken, once. */
function renewalLink(): ApolloLink {
  const session = inject(Session);
  return new ErrorLink(({ error, operation, forward }): Observable<ApolloLink.Result> | void => {
    if (!isUnauthenticated(error) || operation.getContext()['isSecondTry'] === true) return undefined;
    if (session.status() !== 'signed-in') return undefined;
    operation.setContext({ isSecondTry: true });
    return defer(() => from(session.renew())).pipe(switchMap(() => forward(operation)));
  });
}

function reachabilityLink(): ApolloLink {
  const connection = inject(Connection);
  return new ApolloLink(
    (operation, forward) =>
      new Observable((subscriber) =>
        forward(operation).subscribe({
          next: (result) => {
            connection.found();
            subscriber.next(result);
          },
          error: (error: unknown) => {
            if (error instanceof TypeError) connection.lost();
            subscriber.error(error);
          },
          complete: () => subscriber.complete(),
        }),
      ),
  );
}

function isUnauthenticated(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode === 401;
  return (
    CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED')
  );
}
