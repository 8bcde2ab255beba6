// Typed documents and types of the schema: import them from '@millrace/web-api/graphql'.
export { executionValue } from './client/execution-value';
export { GraphqlApi, type QueryOptions } from './client/graphql-api';
export { Connection, type ConnectionStatus } from './connection/connection';
export { accepted, ApiError, apiErrorOf, MutationRefused, type ErrorCategory } from './errors/api-error';
export { BROWSER, windowBrowser, type Browser } from './http/browser';
export { GraphqlCalls } from './http/graphql-calls';
export { EventFeed, engineEventOf, type EventRow } from './live/watch-events';
export { LiveSocket } from './live/live-socket';
export { Permissions } from './session/permissions';
export { Session, type SessionEnd, type SessionStatus } from './session/session';
