import { ExecutionLeases } from '@millrace/server-executions';
import type { DatabaseClock } from './database-clock';
import type { Turn } from './turn/turn';

/** Younger turns have nearly their whole lease before them. Milliseconds. */
const YOUNG_MS = 4_000;

/** Prolongs the leases of the runs in hand, and tells those that lost theirs. */
export class LeaseKeeper {
  constructor(
    private readonly owner: string,
    private readonly leases: ExecutionLeases,
    private readonly clock: DatabaseClock,
  ) {}

  /** Call it every five seconds. One statement for all; none when all are young. */
  async renew(turns: readonly Turn[]): Promise<void> {
    const old = turns.filter(({ bornMs }) => performance.now() - bornMs >= YOUNG_MS);
    const { held, nowMs } = await this.leases.renew(
      this.owner,
      old.map(({ claim }) => claim),
    );
    this.clock.observe(nowMs);
    for (const turn of old) {
      const seq = held.get(turn.claim.executionId);
      if (seq !== undefined) turn.hint(seq);
      // A turn that gave its lease back a moment ago is not held either.
      else if (!turn.isOver) turn.lose();
    }
  }
}
