import { PROGRESS_CHANNEL, addUpdate, fittingGroups, progressLine } from '@millrace/server-executions';
import { Bell, Logger } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';

/** Milliseconds between two notices of one node. */
const PAUSE_MS = 100;
/** Milliseconds of silence after which a node is forgotten. */
const FORGET_MS = 60_000;
/** Updates of one node that wait; newer ones are dropped. */
const MOST_WAITING = 200;

interface Ongoing {
  readonly executionId: string;
  readonly nodeId: string;
  waiting: JsonObject[];
  seq: number;
  timer: NodeJS.Timeout | undefined;
  /** Whether the timer only waits to forget the node. */
  isQuiet: boolean;
  /** Ends when everything so far has been sent, so that notices keep their order. */
  sent: Promise<void>;
}

/** Tells all processes what running nodes show: at most ten times a second per node, and kept nowhere. */
@Injectable()
export class ProgressNotices implements OnModuleDestroy {
  private readonly ongoing = new Map<string, Ongoing>();

  constructor(
    private readonly bell: Bell,
    private readonly logger: Logger,
  ) {}

  onModuleDestroy(): void {
    for (const { timer } of this.ongoing.values()) clearTimeout(timer);
    this.ongoing.clear();
  }

  /** Takes an update; the first is told at once, those that follow in groups. */
  tell(executionId: string, nodeId: string, update: JsonObject): void {
    const key = `${executionId} ${nodeId}`;
    const known = this.ongoing.get(key);
    const node = known ?? freshNode(executionId, nodeId);
    if (!known) this.ongoing.set(key, node);
    if (node.waiting.length < MOST_WAITING) addUpdate(node.waiting, update);
    if (!node.isQuiet) return;
    clearTimeout(node.timer);
    this.flush(key, node);
  }

  private flush(key: string, node: Ongoing): void {
    const groups = fittingGroups(node.waiting);
    node.waiting = [];
    node.isQuiet = groups.length === 0;
    for (const updates of groups) {
      const { executionId, nodeId } = node;
      node.seq += 1;
      const line = progressLine({ executionId, nodeId, seq: node.seq, updates });
      node.sent = node.sent.then(() => this.ring(line));
    }
    const next = node.isQuiet ? () => this.ongoing.delete(key) : () => this.flush(key, node);
    node.timer = setTimeout(next, node.isQuiet ? FORGET_MS : PAUSE_MS);
    node.timer.unref();
  }

  private async ring(line: string): Promise<void> {
    try {
      await this.bell.ring(PROGRESS_CHANNEL, line);
    } catch (error) {
      this.logger.debug({ error }, 'progress of a node could not be told');
    }
  }
}

function freshNode(executionId: string, nodeId: string): Ongoing {
  return { executionId, nodeId, waiting: [], seq: 0, timer: undefined, isQuiet: true, sent: Promise.resolve() };
}
