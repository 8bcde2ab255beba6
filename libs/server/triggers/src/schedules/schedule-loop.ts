import { Config, DomainError, Logger } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { ForgetOldTriggers } from '../forget-old-triggers';
import { POLL_LANES, PollTriggers } from '../polls/poll-triggers';
import { triggersConfig } from '../triggers.config';
import { FireSchedules } from './fire-schedules';
import { RunBackfills } from './run-backfills';

const FORGET_EVERY_MS = 3_600_000;

/** Looks at the schedules, and at triggers whose service does not call, again and again, in worker processes. The clock that counts is the database's. */
@Injectable()
export class ScheduleLoop {
  readonly #everyMs: number;
  #timers: NodeJS.Timeout[] = [];
  #running = new Map<string, Promise<void>>();

  constructor(
    private readonly schedules: FireSchedules,
    private readonly backfills: RunBackfills,
    private readonly polls: PollTriggers,
    private readonly old: ForgetOldTriggers,
    private readonly logger: Logger,
    config: Config,
  ) {
    this.#everyMs = config.of(triggersConfig).SCHEDULE_LOOK_EVERY_MS;
  }

  start(): void {
    if (this.#timers.length > 0) return;
    this.#timers = [
      setInterval(() => this.#once('looking at the schedules', () => this.schedules.look()), this.#everyMs),
      setInterval(() => this.#once('starting runs of backfills', () => this.backfills.look()), this.#everyMs),
      setInterval(() => this.#poll(), this.#everyMs),
      setInterval(() => this.#once('forgetting old triggers', () => this.old.run()), FORGET_EVERY_MS),
    ];
  }

  /** Waits for what is under way. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
    this.polls.stop();
    await Promise.all(this.#running.values());
  }

  /** Each lane by itself: a mailbox that does not answer holds up no other. */
  #poll(): void {
    for (let lane = 1; lane <= POLL_LANES; lane += 1) {
      this.#once(`looking for something new (${lane})`, () => this.polls.lane());
    }
  }

  /** Unless the same is still under way. */
  #once(what: string, task: () => Promise<unknown>): void {
    if (this.#running.has(what)) return;
    const running = task()
      .then(() => undefined)
      .catch((error: unknown) => {
        const isAway = error instanceof DomainError && error.fault === 'transient';
        this.logger[isAway ? 'warn' : 'error']({ error }, `${what} failed; it is tried again`);
      })
      .finally(() => this.#running.delete(what));
    this.#running.set(what, running);
  }
}
