import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { Config } from '../config/config';
import { httpConfig } from '../config/platform.config';
import { RestErrorFilter } from '../errors/rest-error-filter';
import { Logger } from '../logging/logger';
import { webhookRateLimit } from '../rate-limit/webhook-rate-limit';
import { RateLimits } from '../rate-limit/rate-limits';
import { bodyReader, MAX_API_BYTES } from './body-middleware';
import { ANSWER_POLICY, DATA_POLICY, MANUAL_POLICY } from './content-security-policy';
import { requestIds } from './request-id';
import { requestScopes } from './request-scope';

/** The addresses that webhooks have, written as the router reads them: any case, with or without a slash at the end. */
const anyMethod = /^\/hooks(\/|$)/i;
const ofWorkflow = /^\/api\/webhooks\/[^/]+\/?$/i;

/**
 * Whether this is a call from strangers to a webhook: no compression, headers that keep answers from being run, a limit of its own,
 * and a body that nobody reads before the webhook knows who calls. Who may call is never decided here.
 */
function isWebhook({ method, path }: Request): boolean {
  return anyMethod.test(path) || (method === 'POST' && ofWorkflow.test(path));
}

/** Where other systems answer runs that wait for them: addresses in the hands of strangers, with the limit of webhooks. */
const ofRun = /^\/resume(\/|$)/i;

/** A browser's question; any other OPTIONS call is a call like those of other methods. */
const isPreflight = ({ headers }: Request): boolean => headers['access-control-request-method'] !== undefined;

/** What a webhook answers is chosen by a workflow: it must not act as a page of this origin. */
function webhookHeaders(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Content-Security-Policy', 'sandbox');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  next();
}

/** The manual under `/docs`, whatever its case, and what belongs to it. */
const manual = /^\/docs(\/|-yaml$|$)/i;

function policy({ path }: Request, response: Response, next: NextFunction): void {
  response.setHeader('Content-Security-Policy', manual.test(path) ? MANUAL_POLICY : ANSWER_POLICY);
  next();
}

const common = {
  contentSecurityPolicy: false,
  crossOriginEmbedderPolicy: false,
  // Whoever ends TLS in front knows whether it is there to stay.
  strictTransportSecurity: false,
} as const;
const pageHeaders = helmet(common);
const dataHeaders = helmet({
  ...common,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
});

/** An editor asks many questions: what only pages must be told is left out of the answers. */
const isData = ({ method, path }: Request): boolean => method === 'POST' && path === '/graphql';

function securityHeaders(request: Request, response: Response, next: NextFunction): void {
  if (!isData(request)) return pageHeaders(request, response, () => policy(request, response, next));
  response.setHeader('Content-Security-Policy', DATA_POLICY);
  dataHeaders(request, response, next);
}

/**
 * Prepares a Nest application made with `{ bodyParser: false }`: request ids, security headers, origins, body limits, compression, errors.
 * Call before `listen` or `init`.
 */
export function configureHttp(app: NestExpressApplication): void {
  const logger = app.get(Logger);
  const settings = app.get(Config).of(httpConfig);
  app.set('trust proxy', settings.TRUST_PROXY);
  app.disable('x-powered-by');
  app.use(requestIds);
  app.use(requestScopes);
  const limit = webhookRateLimit(app.get(RateLimits), logger);
  const shrink = compression() as (request: Request, response: Response, next: NextFunction) => void;
  const forOthers = [securityHeaders, shrink, bodyReader(logger, MAX_API_BYTES)];
  app.use(onlyWhen(isWebhook, webhookHeaders));
  if (limit) app.use(onlyWhen((request) => isWebhook(request) || ofRun.test(request.path), limit));
  for (const middleware of forOthers) app.use(onlyWhen((request) => !isWebhook(request), middleware));
  const origins = {
    origin: [...settings.ALLOWED_ORIGINS],
    credentials: true,
    maxAge: 600,
    exposedHeaders: ['X-Request-Id', 'Retry-After'],
  };
  app.enableCors((request: Request, answer: (error: null, options: object) => void) =>
    answer(null, { ...origins, preflightContinue: isWebhook(request) && !isPreflight(request) }),
  );
  app.useGlobalFilters(new RestErrorFilter(logger));
  app.enableShutdownHooks();
}

type Middleware = (request: Request, response: Response, next: NextFunction) => unknown;

function onlyWhen(applies: (request: Request) => boolean, middleware: Middleware): Middleware {
  return (request, response, next) => (applies(request) ? middleware(request, response, next) : next());
}
