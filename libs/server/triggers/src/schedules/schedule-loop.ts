import { Config, DomainError, Logger } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { triggersConfig } from '../triggers.config';
import { FireSchedules } from './fire-schedules';

/** Looks at the schedules again and again, in worker processes. The clock that counts is the database's. */
@Injectable()
export class ScheduleLoop {
  readonly #everyMs: number;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;

  constructor(
    private readonly schedules: FireSchedules,
    private readonly logger: Logger,
    config: Config,
  ) {
    this.#everyMs = config.of(triggersConfig).SCHEDULE_LOOK_EVERY_MS;
  }

  start(): void {
    this.#timer ??= setInterval(() => this.#look(), this.#everyMs);
  }

  /** Waits for the look that is under way. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    await this.#looking;
  }

  #look(): void {
    this.#looking ??= this.schedules
      .look()
      .then(() => undefined)
      .catch((error: unknown) => {
        const isAway = error instanceof DomainError && error.fault === 'transient';
        this.logger[isAway ? 'warn' : 'error']({ error }, 'looking at the schedules failed; the next look is soon');
      })
      .finally(() => {
        this.#looking = null;
      });
  }
}
