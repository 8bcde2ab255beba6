import type { Actor } from '@millrace/server-identity';
import { Bell } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import type { TestRun } from './test-run';
import { TEST_RUN_CHANNEL, TestRuns } from './test-runs';

/** Looks again after this time even when no bell rings: whoever followed the run may be gone. Milliseconds. */
const LOOK_AGAIN_MS = 5_000;

/** News of runs of tests. */
@Injectable()
export class TestRunFeed {
  constructor(
    private readonly runs: TestRuns,
    private readonly bell: Bell,
  ) {}

  /** The run as it is now, and each time it changes, until it is over. */
  async *watch(actor: Actor, runId: string): AsyncGenerator<TestRun> {
    let rung = true;
    let wake = (): void => undefined;
    const ring = (): void => {
      rung = true;
      wake();
    };
    const stops = [this.bell.on(TEST_RUN_CHANNEL, (about) => about === runId && ring()), this.bell.onReconnect(ring)];
    const timer = setInterval(ring, LOOK_AGAIN_MS);
    try {
      let told = '';
      for (;;) {
        if (!rung) await new Promise<void>((resolve) => (wake = resolve));
        rung = false;
        const run = await this.runs.get(actor, runId);
        const news = run.results.map(({ testId, status }) => `${testId}${status}`).join();
        if (news !== told || run.status !== 'running') yield run;
        told = news;
        if (run.status !== 'running') return;
      }
    } finally {
      clearInterval(timer);
      for (const stop of stops) stop();
    }
  }
}
