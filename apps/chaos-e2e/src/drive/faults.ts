import type { FaultKind, PlannedFault } from '../plan/faults';
import type { ChaosProcess } from '../world/chaos-process';
import type { World } from '../world/world';
import { pause } from './senders';

/** What a fault did, for the report and the history. */
export interface DoneFault extends PlannedFault {
  /** Name of what was hit; null when nothing could be hit at that time. */
  readonly hit: string | null;
}

/** Far more than a start takes, also on a machine that has much else to do. */
const COMES_BACK_MS = 240_000;

/** Does to the world what the plan says, and mends it again. */
export class Saboteur {
  readonly done: DoneFault[] = [];
  /** Processes that did not come back. */
  readonly lost: string[] = [];
  #postgresIsAway = false;

  constructor(private readonly world: World) {}

  /** Resolves when every fault is over and everything runs again. */
  async run(faults: readonly PlannedFault[], begunAt: number): Promise<void> {
    const all = faults.map(async (fault) => {
      await pause(Math.max(0, begunAt + fault.atMs - Date.now()));
      this.done.push({ ...fault, hit: await this.#do(fault) });
    });
    await Promise.all(all);
  }

  #do(fault: PlannedFault): Promise<string | null> {
    const acts: Record<FaultKind, () => Promise<string | null>> = {
      kill: () => this.#withProcess(fault, this.world.processes, (one) => this.#restart(one, 'SIGKILL', fault.lastsMs)),
      terminate: () =>
        this.#withProcess(fault, this.world.processes, (one) => this.#restart(one, 'SIGTERM', fault.lastsMs)),
      freeze: () => this.#withProcess(fault, this.world.workers, (one) => this.#freeze(one, fault.lastsMs)),
      'postgres-fast': () => this.#postgres('stop', fault.lastsMs),
      'postgres-immediate': () => this.#postgres('kill', fault.lastsMs),
      cut: () => this.#withProcess(fault, this.world.processes, async ({ proxy }) => proxy.cut()),
      hang: () => this.#withProcess(fault, this.world.processes, (one) => this.#hang(one, fault.lastsMs)),
      clock: () => this.#withProcess(fault, this.world.processes, (one) => this.#jump(one, fault)),
      'slow-secrets': () => this.#secrets(fault.lastsMs, () => (this.world.vault.delayMs = 2_500)),
      'sealed-secrets': () => this.#secrets(fault.lastsMs, () => (this.world.vault.isSealed = true)),
    };
    return acts[fault.kind]();
  }

  /** One process bears one fault at a time, and one of each kind is left alone. */
  async #withProcess(
    { target }: PlannedFault,
    among: readonly ChaosProcess[],
    act: (one: ChaosProcess) => Promise<void>,
  ): Promise<string | null> {
    const free = among.filter(
      (one) =>
        !one.isTroubled &&
        this.world.processes.some((other) => other !== one && other.app === one.app && !other.isTroubled),
    );
    const one = free[target % Math.max(1, free.length)];
    if (one === undefined) return null;
    one.isTroubled = true;
    try {
      await act(one);
    } finally {
      one.isTroubled = false;
    }
    return one.name;
  }

  async #restart(one: ChaosProcess, signal: 'SIGKILL' | 'SIGTERM', lastsMs: number): Promise<void> {
    await one.signal(signal);
    await pause(lastsMs);
    one.start();
    // The run goes on without it, so that what there is to see is kept.
    await one.ready(COMES_BACK_MS).catch(() => this.lost.push(`${one.name} did not come back after ${signal}`));
  }

  async #freeze(one: ChaosProcess, lastsMs: number): Promise<void> {
    await one.signal('SIGSTOP');
    await pause(lastsMs);
    await one.signal('SIGCONT');
  }

  async #hang({ proxy }: ChaosProcess, lastsMs: number): Promise<void> {
    proxy.hold();
    await pause(lastsMs);
    proxy.flow();
  }

  async #jump(one: ChaosProcess, { hours = 2, lastsMs }: PlannedFault): Promise<void> {
    one.setClock(hours);
    await pause(lastsMs);
    one.setClock(0);
  }

  async #postgres(how: 'stop' | 'kill', lastsMs: number): Promise<string | null> {
    if (this.#postgresIsAway) return null;
    this.#postgresIsAway = true;
    const { cluster } = this.world;
    await (how === 'stop' ? cluster.stopServer() : cluster.killServer());
    await pause(lastsMs);
    await cluster.startServer();
    this.#postgresIsAway = false;
    return 'postgres';
  }

  /** Nothing was hit when nobody needed a secret meanwhile. */
  async #secrets(lastsMs: number, spoil: () => unknown): Promise<string | null> {
    const { vault } = this.world;
    const before = vault.troubled;
    spoil();
    await pause(lastsMs);
    vault.delayMs = 0;
    vault.isSealed = false;
    return vault.troubled > before ? 'vault' : null;
  }
}
