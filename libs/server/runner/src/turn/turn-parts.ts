import type { EventAppender, ExecutionLog, RunLinks, SignalExecution } from '@millrace/server-executions';
import type { Logger } from '@millrace/server-platform';
import type { DatabaseClock } from '../database-clock';
import type { NodePorts } from '../node/node-ports';

/** What every turn of a process shares. */
export interface TurnParts {
  readonly appender: EventAppender;
  readonly log: ExecutionLog;
  readonly signals: SignalExecution;
  readonly ports: NodePorts;
  readonly runLinks: RunLinks;
  readonly clock: DatabaseClock;
  readonly logger: Logger;
  /** In [0, 1). */
  readonly random: () => number;
  /** Waits some milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
}
