import { send } from '@millrace/e2e-kit';
import type { Acknowledgement, Order } from '../history';
import type { Interference, PlannedStart } from '../plan/operations';
import { Random } from '../plan/random';
import type { ChaosProcess } from '../world/chaos-process';
import type { World } from '../world/world';

const RETRY_PAUSE_MS = 250;
const ANSWER_WITHIN_MS = 6_000;

/** Waits; everything here happens at times that a plan names. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The people and systems outside: they start runs, insist until they are answered, and interfere. */
export class Senders {
  readonly acknowledgements: Acknowledgement[] = [];
  readonly orders: Order[] = [];
  readonly askedToEnd = new Set<string>();
  /** Calls that got no answer, or one that says "later". */
  unanswered = 0;
  readonly #random: Random;

  constructor(
    private readonly world: World,
    seed: number,
  ) {
    this.#random = new Random(seed);
  }

  /** Makes every start of the plan when its time has come; resolves when all are acknowledged and all interference is done. */
  async run(starts: readonly PlannedStart[], begunAt: number, deadlineAt: number): Promise<void> {
    const all = starts.map(async (start) => {
      await pause(Math.max(0, begunAt + start.atMs - Date.now()));
      const executionId = await this.#start(start, deadlineAt);
      const again = Array.from({ length: start.repeats }, () => this.#start(start, deadlineAt));
      const interference = start.interference && this.#interfere(start.interference, executionId, deadlineAt);
      await Promise.all([...again, interference]);
    });
    await Promise.all(all);
  }

  async #start(start: PlannedStart, deadlineAt: number): Promise<string> {
    const { key, workflow, n } = start;
    const body = await this.#insist(`start ${key}`, (api) => this.#call(api, start), deadlineAt);
    const { executionId } = body as { executionId: string };
    this.acknowledgements.push({ key, workflow, executionId, n });
    return executionId;
  }

  #call(api: ChaosProcess, { key, workflow, via, n }: PlannedStart): Promise<{ status: number; body: unknown }> {
    const { id, hook } = this.#published(workflow);
    const { token } = this.world.client(api);
    return via === 'webhook'
      ? send('POST', `${api.url}${hook}`, { body: { n }, headers: { 'x-github-delivery': key } })
      : send('POST', `${api.url}/api/workflows/${id}/execute`, {
          body: { input: { n } },
          headers: { 'idempotency-key': key, authorization: `Bearer ${token}` },
        });
  }

  #published(workflow: string): { id: string; hook: string } {
    const found = this.world.published.get(workflow);
    if (found === undefined) throw new Error(`${workflow} was not published`);
    return found;
  }

  /** Calls one api after the other until one says yes. An answer that says "no" for good is a breach. */
  async #insist(
    what: string,
    call: (api: ChaosProcess) => Promise<{ status: number; body: unknown }>,
    deadlineAt: number,
  ): Promise<unknown> {
    for (;;) {
      const answer = await withinTime(call(this.#random.pick(this.world.apis)));
      if (answer !== undefined && answer.status < 300) return answer.body;
      // A run that is over takes no orders: that is an answer too.
      if (answer?.status === 409) return null;
      if (answer !== undefined && answer.status < 500 && answer.status !== 429) {
        throw new Error(`${what} was refused: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      this.unanswered += 1;
      if (Date.now() > deadlineAt) throw new Error(`${what} was not acknowledged in time`);
      await pause(RETRY_PAUSE_MS);
    }
  }

  async #interfere({ kind, afterMs, lastsMs }: Interference, executionId: string, deadlineAt: number): Promise<void> {
    await pause(afterMs);
    await this.#order(kind, executionId, deadlineAt);
    if (kind !== 'pause') return;
    await pause(lastsMs);
    await this.#order('resume', executionId, deadlineAt);
  }

  async #order(kind: Order['kind'], executionId: string, deadlineAt: number): Promise<void> {
    const call = (api: ChaosProcess): Promise<{ status: number; body: unknown }> =>
      this.world.client(api).rest('POST', `/api/executions/${executionId}/${kind}`);
    if (kind === 'cancel' || kind === 'terminate') this.askedToEnd.add(executionId);
    const body = await this.#insist(`${kind} ${executionId}`, call, deadlineAt);
    if (body !== null) this.orders.push({ kind, executionId });
  }
}

/** Undefined when no answer came. */
export async function withinTime<T>(calling: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), ANSWER_WITHIN_MS)));
  try {
    return await Promise.race([calling.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
