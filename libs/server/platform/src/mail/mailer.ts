import type { Transporter } from 'nodemailer';
import { createTransport } from 'nodemailer';
import type { Logger } from '../logging/logger';

/** A mail of the product to one person. Text only: nothing to style, nothing to load, nothing to hide a link behind. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What a mailer is made of. */
export interface MailerOptions {
  /** `smtp://` or `smtps://`; null sends nothing. */
  readonly url: string | null;
  readonly from: string;
  readonly logger: Logger;
  /** Milliseconds to wait between attempts; their number is that of attempts after the first. 1 s, 5 s and 30 s when absent. */
  readonly pausesMs?: readonly number[];
}

const PAUSES_MS = [1_000, 5_000, 30_000];
const TIMEOUT_MS = 10_000;

/**
 * Sends the product's own mails. They hold links that open accounts, so they go straight to the server and never through a
 * table or the queue.
 */
export class Mailer {
  readonly #transport: Transporter | null;
  readonly #options: MailerOptions;
  readonly #running = new Set<Promise<void>>();
  readonly #stop = new AbortController();

  constructor(options: MailerOptions) {
    this.#options = options;
    this.#transport =
      options.url === null
        ? null
        : createTransport({
            url: options.url,
            connectionTimeout: TIMEOUT_MS,
            greetingTimeout: TIMEOUT_MS,
            socketTimeout: TIMEOUT_MS,
            disableFileAccess: true,
            disableUrlAccess: true,
          });
  }

  /** Whether there is a server to send through. */
  get isConfigured(): boolean {
    return this.#transport !== null;
  }

  /** Sends in the background, a few times if need be; the caller neither waits nor learns whether it arrived. */
  send(mail: Mail): void {
    const sending = this.#sendPatiently(mail).finally(() => this.#running.delete(sending));
    this.#running.add(sending);
  }

  /** Waits for what is being sent, and gives up what waits for another attempt. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#running);
    this.#transport?.close();
  }

  async #sendPatiently(mail: Mail): Promise<void> {
    for (const pauseMs of [...(this.#options.pausesMs ?? PAUSES_MS), null]) {
      try {
        await this.#transport?.sendMail({ ...mail, from: this.#options.from });
        return;
      } catch (error) {
        const isOver = pauseMs === null || this.#stop.signal.aborted || isRefusal(error);
        this.#options.logger.warn({ error, isOver }, 'a mail could not be sent');
        if (isOver) return;
        await this.#pause(pauseMs);
      }
    }
  }

  #pause(pauseMs: number): Promise<void> {
    const { signal } = this.#stop;
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const timer = setTimeout(resolve, pauseMs).unref();
      signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
    });
  }
}

/** Answers of 500 and above are final: this address or sender will not do later either. */
function isRefusal(error: unknown): boolean {
  return Number((error as { responseCode?: unknown }).responseCode ?? 0) >= 500;
}
