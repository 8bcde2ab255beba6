import { z } from 'zod';
import { allowListOf } from '../outbound/address-rules';
import { mailConfig } from '../mail/mail.config';
import type { Config } from './config';
import { commaList, defineConfig, flag, wholeNumber } from './config-schema';

const isPostgresUrl = (text: string): boolean => /^postgres(ql)?:\/\/\S+$/.test(text) && URL.canParse(text);

/** Settings of the database. */
export const databaseConfig = defineConfig({
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, 'must look like postgres://user:password@host:5432/database')
    .describe('Address of a Postgres 14 or later. npm start sets it when it runs the embedded one.')
    .meta({ secret: true }),
  DATABASE_POOL_SIZE: wholeNumber(2, 200)
    .default(20)
    .describe('Connections that one process opens at most, beside the one that listens.'),
  DATABASE_STATEMENT_TIMEOUT_MS: wholeNumber(0, 3_600_000)
    .default(30_000)
    .describe('Milliseconds after which Postgres ends a statement; 0 for never.'),
  DATABASE_CONNECT_TIMEOUT_MS: wholeNumber(100, 120_000)
    .default(5_000)
    .describe('Milliseconds to wait for a connection, in all, before the request is answered with 503.'),
});

/** Settings of the log. */
export const loggingConfig = defineConfig({
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be debug, info, warn, error or silent' })
    .default('info')
    .describe('The least important lines that are written.'),
});

/** Scheme, host and port as browsers send them: with a path, or a slash at the end, none would ever match. */
const isOrigin = (text: string): boolean =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;

/** Settings of everything that listens for HTTP. */
export const httpConfig = defineConfig({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], { error: 'must be development, test or production' })
    .default('development')
    .describe('production hides introspection and demands secrets.'),
  PORT: wholeNumber(0, 65_535)
    .default(3000)
    .describe('Port of the API, the webhooks and the editor; 0 for any free one.'),
  HOST: z.string().default('0.0.0.0').describe('Address to listen on.'),
  MILLRACE_PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'must look like https://millrace.example.com, without a path')
    .optional()
    .describe(
      'Address at which people reach this server, for links in mails and for signing in elsewhere; http://localhost and the PORT when absent. Never taken from requests.',
    ),
  ALLOWED_ORIGINS: commaList()
    .superRefine((origins, context) => {
      for (const origin of origins.filter((given) => !isOrigin(given))) {
        context.addIssue({ code: 'custom', message: `"${origin}" is not an origin such as https://app.example.com` });
      }
    })
    .describe('Origins, between commas, that browsers may call the API from besides its own.'),
  TRUST_PROXY: wholeNumber(0, 10)
    .default(0)
    .describe('Number of reverse proxies in front whose X-Forwarded-For is believed.'),
});

/** Scheme, host and port at which people reach this server. Never made from what a request says: a link could lead elsewhere. */
export function publicUrlOf(config: Config): string {
  const { MILLRACE_PUBLIC_URL, PORT } = config.of(httpConfig);
  return MILLRACE_PUBLIC_URL ?? `http://localhost:${PORT}`;
}

/** Settings of outgoing requests. */
export const outboundConfig = defineConfig({
  OUTBOUND_ALLOW: commaList()
    .superRefine((entries, context) => {
      try {
        allowListOf(entries);
      } catch (error) {
        context.addIssue({ code: 'custom', message: (error as Error).message });
      }
    })
    .describe(
      'Hosts, host:port pairs or CIDR ranges, between commas, that workflows may reach though they are inside the network.',
    ),
});

/** Settings of rate limits; 0 is unlimited. */
export const rateLimitConfig = defineConfig({
  RATE_LIMIT_API_PER_MINUTE: wholeNumber(0, 1_000_000)
    .default(600)
    .describe('Requests a minute to the API from one address without a valid token; 0 is unlimited.'),
  RATE_LIMIT_USER_PER_MINUTE: wholeNumber(0, 10_000_000)
    .default(12_000)
    .describe('Requests a minute to the API by one signed-in user; 0 is unlimited.'),
  RATE_LIMIT_WEBHOOK_PER_MINUTE: wholeNumber(0, 10_000_000)
    .default(0)
    .describe('Webhook requests a minute from one address; 0 is unlimited.'),
  RATE_LIMIT_EACH_WEBHOOK_PER_MINUTE: wholeNumber(0, 10_000_000)
    .default(0)
    .describe('Requests a minute to one webhook, from everywhere together; 0 is unlimited.'),
  RATE_LIMIT_MAIL_PER_HOUR: wholeNumber(0, 10_000)
    .default(5)
    .describe('Mails an hour that one person is sent on request (new password, confirmation); 0 is unlimited.'),
  RATE_LIMIT_GUEST_PER_HOUR: wholeNumber(0, 10_000)
    .default(10)
    .describe('Guests an hour that begin from one address; 0 is unlimited.'),
  RATE_LIMIT_GUEST_RUN_PER_HOUR: wholeNumber(0, 1_000_000)
    .default(60)
    .describe('Runs an hour in the workspace of one guest; 0 is unlimited.'),
  RATE_LIMIT_LOGIN_PER_MINUTE: wholeNumber(0, 10_000)
    .default(10)
    .describe('Attempts a minute to sign in to one account from one address; 0 is unlimited.'),
});

/** Settings of the queue. */
export const queueConfig = defineConfig({
  QUEUE_SUPERVISE: flag().default(true).describe('Whether this process does the maintenance of the queue tables.'),
});

/** All settings of the platform. */
export const platformConfigs = [
  databaseConfig,
  loggingConfig,
  httpConfig,
  outboundConfig,
  rateLimitConfig,
  queueConfig,
  mailConfig,
];
