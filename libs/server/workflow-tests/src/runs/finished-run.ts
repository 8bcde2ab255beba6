import type { ExecutionEvent } from '@millrace/engine';
import { ExecutionFeed, ExecutionLog } from '@millrace/server-executions';
import { WorkflowVersions } from '@millrace/server-workflows';
import { Injectable } from '@nestjs/common';
import { RunFacts, payloadIdsOf } from '../judge/run-facts';

/** Reads runs as those see them who judge them. */
@Injectable()
export class FinishedRuns {
  constructor(
    private readonly feed: ExecutionFeed,
    private readonly log: ExecutionLog,
    private readonly versions: WorkflowVersions,
  ) {}

  /** Resolves at the end of the run; null when it takes longer than that. */
  async end(executionId: string, timeoutMs: number): Promise<true | null> {
    const events = this.feed.watch(executionId);
    const timer = setTimeout(() => void events.return?.(), timeoutMs);
    try {
      for await (const event of events) if (event.type === 'workflow.finished') return true;
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  /** The run as far as it is. The caller has checked who asks. */
  async facts(executionId: string, versionId: string): Promise<RunFacts> {
    const events: ExecutionEvent[] = await this.log.eventsAfter(executionId, 0);
    const [document, payloads] = await Promise.all([
      this.versions.load(versionId),
      this.log.payloads(executionId, payloadIdsOf(events)),
    ]);
    return new RunFacts(document, events, payloads);
  }
}
