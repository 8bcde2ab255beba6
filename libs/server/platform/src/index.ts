export { Announcements, type Announcement, type AnnouncementSink } from './announcements/announcements';
export { Bell, type BellOptions } from './bell/bell';
export { Config } from './config/config';
export {
  commaList,
  defineConfig,
  flag,
  wholeNumber,
  type ConfigRules,
  type ConfigSchema,
  type ConfigValues,
} from './config/config-schema';
export { describeConfig, type ConfigDescription } from './config/describe-config';
export {
  databaseConfig,
  httpConfig,
  loggingConfig,
  outboundConfig,
  platformConfigs,
  publicUrlOf,
  queueConfig,
  rateLimitConfig,
} from './config/platform.config';
export { ConfigError, readConfig, readProcessConfig, type ConfigProblem, type Environment } from './config/read-config';
export {
  openDataSource,
  poolOf,
  sqlPoolOf,
  type DataSourceSettings,
  type EntityClass,
  type MigrationClass,
} from './database/data-source';
export { createMigration, runMigrations, withMigrationLock, type MigrationOptions } from './database/migrations';
export { asSqlClient, SqlPool, type SqlClient, type SqlResult } from './database/sql-pool';
export { sqlClientOf, Transactions } from './database/transactions';
export { describeDatabaseError, isDatabaseUnavailable, isStatementTimeout } from './errors/database-error';
export {
  conflict,
  DomainError,
  forbidden,
  invalid,
  limitExceeded,
  notFound,
  unauthenticated,
  type DomainErrorOptions,
  type Fault,
} from './errors/domain-error';
export { LatestStream } from './streams/latest-stream';
export { mapStream } from './streams/map-stream';
export { newId } from './ids';
export { Logger, type LogFields, type LogThreshold } from './logging/logger';
export { Queue, type JobToSend, type QueueStart, type SendOptions, type WorkOptions } from './queue/queue';
export { defineQueue, type Job, type QueueDefinition, type QueueOptions } from './queue/queue-definition';
export {
  ConnectionArgs,
  connectionFrom,
  connectionOf,
  cursorOf,
  invalidCursor,
  keyOf,
  MAX_PAGE_SIZE,
  PageInfoType,
  pageSizeOf,
  type Connection,
} from './graphql/connection';
export { mutationErrorOf, MutationErrorType, payloadOf, UserErrorType } from './graphql/mutation-error';
export { DateTimeScalar, JsonScalar } from './graphql/scalars';
export { HealthRegistry, type HealthCheck, type HealthResult } from './health/health-registry';
export {
  GuardedHttp,
  type GuardedHttpOptions,
  type GuardedHttpRequest,
  type GuardedHttpResponse,
  type GuardedHttpStream,
} from './outbound/guarded-http';
export { GuardedHttpError, type GuardedHttpErrorCode } from './outbound/guarded-http-error';
export { GuardedNet, type PinnedAddress } from './outbound/guarded-net';
export { PlatformModule, platformMigrations, type PlatformOptions } from './platform.module';
export { QueueModule } from './queue/queue.module';
export { publicErrorOf, type PublicError } from './errors/public-error';
export { answerWithError, RestErrorFilter } from './errors/rest-error-filter';
export { createGraphqlModule, GRAPHQL_PATH, type GraphqlContext } from './graphql/graphql-module';
export { extraValidationRules, graphqlLimits, limitErrors } from './graphql/graphql-limits';
export { SubscriptionAuthenticator, type SocketIdentity } from './graphql/subscription-authenticator';
export { SubscriptionServer } from './graphql/subscription-server';
export { HealthModule } from './health/health.module';
export { ACCESS_RULE, OpenToAll } from './http/access-rule';
export { MAX_API_BYTES, MAX_WEBHOOK_BYTES, type RequestWithRawBody } from './http/body-middleware';
export { isAllowedOrigin } from './http/allowed-origin';
export { currentRequest, withinRequest, type RequestScope } from './http/request-scope';
export { mailConfig } from './mail/mail.config';
export { Mailer, type Mail, type MailerOptions } from './mail/mailer';
export { pagePolicy } from './http/content-security-policy';
export { configureHttp } from './http/configure-http';
export { parseBody, type BinaryBody } from './http/parse-body';
export { requestIdOf } from './http/request-id';
export { MAX_JSON_DEPTH, MAX_JSON_PARTS, parseSafeJson } from './http/safe-json';
export { parseWith, ZodPipe, type ValidationProblem } from './http/zod-pipe';
export { NestLogger } from './logging/nest-logger';
export {
  CreateRateLimit,
  rateLimited,
  RateLimits,
  type RateLimit,
  type RateLimitSettings,
} from './rate-limit/rate-limits';
export { schemaGolden } from './database/schema-golden';
