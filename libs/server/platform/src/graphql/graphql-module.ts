import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { ApolloServerPlugin } from '@apollo/server';
import type { Request, Response } from 'express';
import type { FormattedExecutionResult } from 'graphql';
import { Config } from '../config/config';
import { httpConfig } from '../config/platform.config';
import { Logger } from '../logging/logger';
import { formatGraphqlError } from './graphql-errors';
import { extraValidationRules, graphqlLimits, limitErrors } from './graphql-limits';
import { InputPipe } from './input-pipe';
import { DateTimeScalar, JsonScalar } from './scalars';
import { SubscriptionServer } from './subscription-server';

/** Where GraphQL is served, over HTTP and WebSocket. */
export const GRAPHQL_PATH = '/graphql';

/** What resolvers and guards find in the context of an operation. */
export interface GraphqlContext<Actor = unknown> {
  /** The request, over HTTP; over WebSocket the one that opened it. */
  readonly req: Request;
  /** Only over HTTP. */
  readonly res?: Response;
  readonly isSocket: boolean;
  /** Who asks; over HTTP set by the guard. */
  actor?: Actor;
}

/** Checks the cost with the values of the variables, which validation does not see. */
const costPlugin: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ document, request, operationName }) => {
        const [error] = limitErrors(document, request.variables ?? {}, operationName);
        return error ? Promise.reject(error) : Promise.resolve();
      },
    }),
};

/** Whether nothing was done but to say that too much is asked. */
function isRefusedWhole({ data, errors = [] }: FormattedExecutionResult): boolean {
  const isEmpty = Object.values(data ?? {}).every((value) => value === null);
  return (
    isEmpty &&
    errors.every(
      ({ extensions }) =>
        Number(extensions?.['retryAfterSeconds'] ?? 0) > 0 && extensions?.['code'] === 'LIMIT_EXCEEDED',
    )
  );
}

/**
 * Tells callers who are too fast when to come again, in the header that every client knows; with status 429, as REST has it, when
 * the limit left nothing of the request. In all other cases the status stays 200: fields that were answered must be read.
 */
const retryAfterPlugin: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }) => {
        if (response.body.kind !== 'single') return Promise.resolve();
        const { singleResult } = response.body;
        const seconds = (singleResult.errors ?? []).map(({ extensions }) =>
          Number(extensions?.['retryAfterSeconds'] ?? 0),
        );
        const longest = Math.max(0, ...seconds);
        // What was executed is an answer, whatever an error says of its status.
        if ('data' in singleResult) response.http.status = 200;
        if (longest <= 0) return Promise.resolve();
        response.http.headers.set('retry-after', String(Math.ceil(longest)));
        if (isRefusedWhole(singleResult)) response.http.status = 429;
        return Promise.resolve();
      },
    }),
};

function optionsOf(config: Config, logger: Logger): Omit<ApolloDriverConfig, 'driver'> {
  const isProduction = config.of(httpConfig).NODE_ENV === 'production';
  return {
    path: GRAPHQL_PATH,
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false,
    introspection: !isProduction,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: isProduction,
    persistedQueries: false,
    cache: 'bounded',
    // Field resolvers are guarded as well, not only the operations that lead to them.
    fieldResolverEnhancers: ['guards'],
    autoTransformHttpErrors: false,
    // Nest would set it after our plugin has: ours does the same, and knows 429.
    preserveHttpStatusForExecutionErrors: false,
    validationRules: extraValidationRules({ introspection: !isProduction }),
    parseOptions: { maxTokens: graphqlLimits.tokens },
    plugins: [costPlugin, retryAfterPlugin],
    context: ({ req, res }: { req: Request; res: Response }): GraphqlContext => ({ req, res, isSocket: false }),
    formatError: (formatted, error) => formatGraphqlError(formatted, error, { logger, hidesSuggestions: isProduction }),
  };
}

/** Code-first GraphQL at `/graphql`: every resolver of the application, limits and error masking on both transports. */
@Module({})
class GraphqlApiModule {}

/** Makes the module of the GraphQL API. Import it once, where all features are known. */
export function createGraphqlModule(): DynamicModule {
  return {
    module: GraphqlApiModule,
    imports: [
      GraphQLModule.forRootAsync<ApolloDriverConfig>({
        driver: ApolloDriver,
        inject: [Config, Logger],
        useFactory: optionsOf,
      }),
    ],
    providers: [JsonScalar, DateTimeScalar, SubscriptionServer, { provide: APP_PIPE, useClass: InputPipe }],
    exports: [SubscriptionServer],
  };
}
