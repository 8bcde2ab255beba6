import { hostname } from 'node:os';
import { WORK_CHANNEL } from '@millrace/server-executions';
import { Config, Logger, newId } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { DatabaseClock } from './database-clock';
import { Dispatcher } from './dispatcher';
import { LeaseKeeper } from './lease-keeper';
import { repeat } from './repeat';
import { runnerConfig } from './runner.config';
import { RunnerServices } from './runner-services';

const POLL_MS = 1_000;
const RENEW_MS = 5_000;
const SWEEP_MS = 5_000;
/** What sleeps longer than alarms reach is woken by the sweeper: at most this late, when a worker has a place. */
const DUE_MS = 2_000;
const FORGET_MS = 3_600_000;
const SWEEP_LIMIT = 500;

/** Performs runs in this process: takes leases, runs nodes and records what they did. */
@Injectable()
export class Runner implements BeforeApplicationShutdown {
  private readonly clock = new DatabaseClock();
  private dispatcher: Dispatcher | undefined;
  private stops: (() => void)[] = [];

  constructor(
    private readonly services: RunnerServices,
    private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  /** Begins to take runs. Starting twice changes nothing. */
  async start(): Promise<void> {
    if (this.dispatcher) return;
    const { pool, bell, leases, worker, signals, awaited, failures } = this.services;
    const { rows } = await pool.query<{ now_ms: number }>(
      'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now_ms',
    );
    this.clock.observe(rows[0]?.now_ms);
    const dispatcher = this.makeDispatcher();
    const keeper = new LeaseKeeper(dispatcher.owner, leases, this.clock);
    this.dispatcher = dispatcher;
    const told = (what: string) => (error: unknown) => this.logger.warn({ error }, `${what} failed; it is tried again`);
    const every = (periodMs: number, what: string, task: () => Promise<unknown>): (() => void) =>
      repeat(periodMs, task, told(what));
    this.stops = [
      worker.attach(dispatcher),
      bell.on(WORK_CHANNEL, () => dispatcher.wake()),
      bell.onReconnect(() => dispatcher.wake()),
      every(POLL_MS, 'looking for work', async () => dispatcher.wake()),
      every(RENEW_MS, 'renewing leases', () => keeper.renew(dispatcher.active)),
      every(DUE_MS, 'sweeping', () => this.sweep()),
      every(SWEEP_MS, 'giving slots to runs that queue', () => leases.sweepLanes()),
      every(SWEEP_MS, 'delivering early signals', () => signals.deliverEarly()),
      every(POLL_MS, 'telling the ends of workflows that others wait for', () => awaited.settle()),
      every(POLL_MS, 'drawing the consequences of failed runs', () => failures.settle()),
      every(FORGET_MS, 'forgetting old keys', () => leases.forgetOld()),
    ];
    dispatcher.wake();
    // What fell due while nothing was running has waited long enough.
    void this.sweep().catch(told('sweeping'));
  }

  /** Runs in hand just now. */
  get activeCount(): number {
    return this.dispatcher?.active.length ?? 0;
  }

  /** Takes no more runs, aborts those that do not end in time, and gives all leases back. */
  async stop(): Promise<void> {
    const { dispatcher } = this;
    if (!dispatcher) return;
    this.dispatcher = undefined;
    const [detach, ...stops] = this.stops;
    detach?.();
    dispatcher.stop();
    const { RUNNER_GRACE_SECONDS } = this.config.of(runnerConfig);
    const timer = setTimeout(() => dispatcher.interrupt(), RUNNER_GRACE_SECONDS * 1_000);
    await dispatcher.idle();
    clearTimeout(timer);
    for (const stop of stops) stop();
  }

  /** Nest calls it on SIGTERM, while database and queue are still there. */
  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  private async sweep(): Promise<void> {
    while ((await this.services.leases.sweep(SWEEP_LIMIT)) === SWEEP_LIMIT) {
      // There may be more that is due.
    }
  }

  private makeDispatcher(): Dispatcher {
    const { appender, log, signals, ports, runLinks, queue, leases, commits, feed, workflows } = this.services;
    const { clock, logger } = this;
    const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    return new Dispatcher({
      owner: `${hostname()}:${process.pid}:${newId()}`,
      places: this.config.of(runnerConfig).RUNNER_CONCURRENCY,
      ...{ queue, leases, commits, feed, workflows, clock, logger },
      turn: { appender, log, signals, ports, runLinks, clock, logger, random: Math.random, pause },
    });
  }
}
