import { Random } from '../plan/random';
import type { World } from '../world/world';
import { pause, withinTime } from './senders';

interface OpenWait {
  readonly instance_id: string;
  readonly name: string;
}

const LOOK_EVERY_MS = 300;

/** People who answer approvals called `go_…`, now and then two of them at the same time. */
export class Approvers {
  #stopped = false;
  #running: Promise<void> | undefined;
  readonly #random: Random;
  /** Answers that were sent. */
  answers = 0;
  /** Answers that the product did not want, as it said; none is expected but that somebody else was faster. */
  readonly refusals = new Set<string>();

  constructor(
    private readonly world: World,
    seed: number,
  ) {
    this.#random = new Random(seed);
  }

  start(): void {
    this.#running = this.#loop();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #loop(): Promise<void> {
    while (!this.#stopped) {
      // The database may be away just now.
      const open = await this.#open().catch(() => []);
      await Promise.all(open.map((wait) => this.#answer(wait).catch(() => undefined)));
      await pause(LOOK_EVERY_MS);
    }
  }

  async #open(): Promise<OpenWait[]> {
    const { rows } = await this.world.pool.query<OpenWait>(
      `SELECT e.instance_id, w.name FROM wait w JOIN execution e ON e.id = w.execution_id
       WHERE w.kind = 'event' AND w.name LIKE 'go\\_%' AND e.finished_at IS NULL ORDER BY w.created_at LIMIT 40`,
    );
    return rows;
  }

  async #answer({ instance_id: instance, name }: OpenWait): Promise<void> {
    const body = { eventName: name, eventData: { approved: !name.startsWith('go_no') } };
    const times = this.#random.happens(0.2) ? 2 : 1;
    const calls = Array.from({ length: times }, () => {
      this.answers += 1;
      const api = this.#random.pick(this.world.apis);
      return this.world
        .client(api)
        .rest('POST', `/api/v2/workflows/${instance}/events`, body)
        .then((answer) => {
          if (answer.status >= 400 && answer.status < 500 && answer.status !== 409 && answer.status !== 404)
            this.refusals.add(`${answer.status} ${JSON.stringify(answer.body)}`);
        });
    });
    await withinTime(Promise.allSettled(calls));
  }
}
