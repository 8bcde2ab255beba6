import { computed, signal, type Signal } from '@angular/core';
import { apiErrorOf, MutationRefused, type ApiError } from '@millrace/web-api';

/** Names of the fields of one form. */
type Fields = Record<string, string>;

/** Says what is wrong with one field; null when nothing is. */
export type Check = (value: string) => string | null;

/**
 * A small form: shows what is wrong with a field after it was left or the form was sent, and what the server says where it belongs.
 * A plain class over signals.
 */
export class AccountForm<F extends Fields> {
  private readonly touched = signal<ReadonlySet<string>>(new Set());
  private readonly isSending = signal(false);
  private readonly failure = signal<ApiError | null>(null);
  private readonly refused = signal<Readonly<Record<string, string>>>({});
  private readonly pausedUntilMs = signal(0);
  readonly isBusy = this.isSending.asReadonly();
  /** Seconds until the server listens again, after there was too much to answer; 0 when it does. */
  readonly pauseSeconds = computed(() => Math.max(0, Math.ceil((this.pausedUntilMs() - this.nowMs()) / 1_000)));
  /** What the server says about the whole form. */
  readonly error = computed(() => (Object.keys(this.refused()).length > 0 ? null : this.failure()));
  /** The same in words; a pause counts down. */
  readonly message = computed(() => {
    const error = this.error();
    if (error?.retryAfterSeconds === undefined) return error?.message ?? null;
    const seconds = this.pauseSeconds();
    return seconds > 0
      ? `There were too many attempts. Try again in ${formatWait(seconds)}.`
      : 'You can try again now.';
  });

  constructor(
    readonly values: Signal<F>,
    private readonly checks: Readonly<Record<keyof F & string, Check>>,
    /** The time, as it goes on. */
    private readonly nowMs: () => number = Date.now,
  ) {}

  /** What to show under a field. */
  errorOf(field: keyof F & string): string | null {
    if (this.refused()[field]) return this.refused()[field] ?? null;
    return this.touched().has(field) ? this.problemOf(field) : null;
  }

  /** The person has left a field. Empty fields that were only passed by are left in peace. */
  leave(field: keyof F & string): void {
    if (this.values()[field] !== '') this.touched.update((fields) => new Set(fields).add(field));
  }

  /** The person changes a field: what the server said about it no longer holds. */
  change(field: keyof F & string): void {
    if (this.pauseSeconds() === 0) this.failure.set(null);
    this.refused.update(({ [field]: _gone, ...others }) => others);
  }

  /** Begins anew: nothing was left, sent or refused. */
  reset(): void {
    this.touched.set(new Set());
    this.failure.set(null);
    this.refused.set({});
  }

  /** Sends when every field is right. Answers the first field to mend, if any, or whether it worked. */
  async send(run: (values: F) => Promise<void>): Promise<'done' | 'failed' | (keyof F & string)> {
    if (this.isSending() || this.pauseSeconds() > 0) return 'failed';
    const fields = Object.keys(this.checks) as (keyof F & string)[];
    this.touched.set(new Set(fields));
    this.failure.set(null);
    this.refused.set({});
    const wrong = fields.find((field) => this.problemOf(field) !== null);
    if (wrong) return wrong;
    this.isSending.set(true);
    try {
      await run(this.values());
      return 'done';
    } catch (error) {
      return this.show(apiErrorOf(error));
    } finally {
      this.isSending.set(false);
    }
  }

  private show(error: ApiError): 'failed' | (keyof F & string) {
    const byField = error instanceof MutationRefused ? fieldErrors(error, this.checks) : {};
    this.refused.set(byField);
    this.failure.set(error);
    if (error.retryAfterSeconds !== undefined) this.pausedUntilMs.set(this.nowMs() + error.retryAfterSeconds * 1_000);
    return (Object.keys(byField)[0] as (keyof F & string) | undefined) ?? 'failed';
  }

  private problemOf(field: keyof F & string): string | null {
    return this.checks[field](this.values()[field] ?? '');
  }
}

/** `12 s`, `2 min 05 s`. */
function formatWait(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** The errors that name a field of the form by the end of their path, or by what they are about. */
function fieldErrors(error: MutationRefused, checks: Readonly<Record<string, Check>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { code, path, message } of error.failures) {
    const field = code === 'EMAIL_TAKEN' ? 'email' : path?.at(-1);
    if (field !== undefined && Object.hasOwn(checks, field)) found[field] ??= message;
  }
  return found;
}
