import type { Actor } from '@millrace/server-identity';
import { Injectable } from '@nestjs/common';
import type { TestRun } from './test-run';
import { TestRuns } from './test-runs';

/** News of runs of tests. */
@Injectable()
export class TestRunFeed {
  constructor(private readonly runs: TestRuns) {}

  /** The run as it is now, and each time it changes, until it is over. */
  async *watch(actor: Actor, runId: string): AsyncGenerator<TestRun> {
    yield await this.runs.get(actor, runId);
  }
}
