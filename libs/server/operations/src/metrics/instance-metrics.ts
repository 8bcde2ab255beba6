import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { ReadQueue } from '../queue/read-queue';

/** The state of the instance as Prometheus reads it. No name of a person, workflow or workspace is among the labels. */
@Injectable()
export class InstanceMetrics {
  private readonly registry = new Registry();
  private readonly runs = this.gauge('millrace_runs', 'Runs that are not over, by status.', ['status']);
  private readonly tests = this.gauge(
    'millrace_test_runs',
    'Tests and dry runs that are not over; no other figure holds them.',
  );
  private readonly late = this.gauge('millrace_runs_late', 'Runs that are due and that nobody has.');
  private readonly stuck = this.gauge('millrace_runs_stuck', 'Runs that nothing will ever wake; 50 at most.');
  private readonly hour = this.gauge('millrace_runs_last_hour', 'Runs of the last hour, by what became of them.', [
    'outcome',
  ]);
  private readonly oldest = this.gauge('millrace_oldest_pending_seconds', 'Age of the oldest run that nobody began.');
  private readonly jobs = this.gauge('millrace_queue_jobs', 'Jobs by queue and state.', ['queue', 'state']);
  private readonly workers = this.gauge('millrace_workers', 'Processes that perform runs and were seen lately.');
  private readonly deliveries = this.gauge('millrace_webhook_deliveries', 'Calls of webhooks elsewhere, by status.', [
    'status',
  ]);

  constructor(
    private readonly pool: SqlPool,
    private readonly queue: ReadQueue,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Everything as of now. */
  async text(): Promise<string> {
    const [load, stuck, queues, workers] = await Promise.all([
      this.queue.load(null),
      this.queue.stuck(null),
      this.queue.queues(),
      this.queue.workers(),
    ]);
    for (const status of ['pending', 'running', 'waiting', 'paused'] as const) this.runs.set({ status }, load[status]);
    this.tests.set(load.tests);
    this.late.set(load.late);
    this.stuck.set(stuck.length);
    this.hour.set({ outcome: 'started' }, load.startedLastHour);
    this.hour.set({ outcome: 'finished' }, load.finishedLastHour);
    this.hour.set({ outcome: 'failed' }, load.failedLastHour);
    this.oldest.set(load.oldestPendingAt ? Math.max(0, (Date.now() - load.oldestPendingAt.getTime()) / 1_000) : 0);
    for (const { name, waiting, active, later } of queues) {
      for (const [state, count] of Object.entries({ waiting, active, later }))
        this.jobs.set({ queue: name, state }, count);
    }
    this.workers.set(workers.filter(({ isAlive }) => isAlive).length);
    await this.readDeliveries();
    return this.registry.metrics();
  }

  private async readDeliveries(): Promise<void> {
    // Indexes: notification_delivery_due, notification_delivery_dead.
    const { rows } = await this.pool.query<{ status: string; n: number }>(
      `select 'waiting' as status, count(*)::int as n from notification_delivery where status = 'waiting'
       union all select 'dead', count(*)::int from notification_delivery where status = 'dead'`,
    );
    for (const { status, n } of rows) this.deliveries.set({ status }, n);
  }

  private gauge<L extends string>(name: string, help: string, labelNames: readonly L[] = []): Gauge<L> {
    return new Gauge<L>({ name, help, labelNames, registers: [this.registry] });
  }
}
