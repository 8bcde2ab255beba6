import { pino, type DestinationStream, type Logger as Pino } from 'pino';

/** Facts of a log line. Never put secrets, bodies or whole requests in it. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Least important lines that are written. */
export type LogThreshold = 'debug' | 'info' | 'warn' | 'error' | 'silent';

const hidden = ['authorization', 'cookie', 'password', 'token', 'secret', 'apiKey', 'accessToken', 'refreshToken'];

/**
 * What a line tells of an error, and of what caused it. Nothing else that hangs on it: drivers put connections, statements and
 * values of rows there.
 */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : typeof error;
  const { code } = error as { code?: unknown };
  return {
    type: error.constructor.name,
    message: error.message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Structured log, one JSON object a line on standard output. Fields with the names of secrets are hidden. */
export class Logger {
  readonly #pino: Pino;

  constructor(pinoLogger: Pino) {
    this.#pino = pinoLogger;
  }

  /** A logger that writes lines of `threshold` or worse to `destination` (standard output when absent). */
  static create(threshold: LogThreshold, destination?: DestinationStream): Logger {
    const options = {
      level: threshold,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
      serializers: { error: describeError },
      redact: { paths: hidden.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '***' },
    };
    return new Logger(destination ? pino(options, destination) : pino(options));
  }

  /** A logger that writes nothing. */
  static silent(): Logger {
    return Logger.create('silent');
  }

  /** A logger that adds `fields` to every line. */
  child(fields: LogFields): Logger {
    return new Logger(this.#pino.child(fields));
  }

  debug(fields: LogFields, message: string): void {
    this.#pino.debug(fields, message);
  }

  info(fields: LogFields, message: string): void {
    this.#pino.info(fields, message);
  }

  warn(fields: LogFields, message: string): void {
    this.#pino.warn(fields, message);
  }

  /** Give the error as `fields.error`: its stack and causes are written. */
  error(fields: LogFields, message: string): void {
    this.#pino.error(fields, message);
  }
}
