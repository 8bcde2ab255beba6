import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { indexHistory } from './checks/index-history';
import { breachesOf, type Breach } from './checks/invariants';
import { latenesses } from './checks/log';
import { Approvers } from './drive/approvers';
import { calm, stopSchedules, type StoppedSchedule } from './drive/calm';
import { Saboteur, type DoneFault } from './drive/faults';
import { readHistory } from './drive/read-history';
import { Senders } from './drive/senders';
import type { History } from './history';
import { planOf, type Plan, type Wanted } from './plan/plan';
import { folderOf, World } from './world/world';

/** What a run of the suite is asked for. */
export interface ChaosOptions extends Wanted {
  readonly apis: number;
  readonly workers: number;
  /** Milliseconds in which everything must have ended after the last fault. */
  readonly calmMs: number;
  /** Told what is going on. */
  readonly say: (line: string) => void;
}

/** What a run of the suite found. */
export interface ChaosReport {
  readonly seed: number;
  readonly faults: readonly DoneFault[];
  readonly runs: number;
  readonly events: number;
  readonly effects: number;
  /** Calls of the canary beyond the first of their key: retries, and what was run again. */
  readonly repeatedEffects: number;
  /** Leases that were taken from a process that had not given them back. */
  readonly takenOver: number;
  /** Attempts that were cut off in the middle, and made again. */
  readonly interrupted: number;
  /** Starts and orders that had to be sent again. */
  readonly unanswered: number;
  /** How late timers rang; milliseconds. */
  readonly lateness: { readonly median: number; readonly p99: number; readonly worst: number };
  readonly breaches: readonly Breach[];
  /** Where logs and, after a breach, the history are. */
  readonly folder: string;
}

/** One run of the suite: the world is made, loaded, troubled, left alone until all is calm, and then judged. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { seed, apis, workers, say } = options;
  const plan = planOf(options);
  const folder = folderOf(seed);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  say(`seed ${seed}: ${plan.starts.length} starts and ${plan.faults.length} faults over ${plan.lastsMs / 1_000} s`);
  const world = await World.start({ apis, workers, folder });
  try {
    await world.publish(plan);
    say(`${plan.workflows.length} workflows are published on ${apis} api and ${workers} worker processes`);
    const { history, done, unanswered } = await drive(world, plan, options);
    const report = reportOf(history, { done, unanswered, folder });
    if (report.breaches.length > 0) keep(folder, plan, history, report);
    return report;
  } finally {
    await world.stop();
  }
}

async function drive(
  world: World,
  plan: Plan,
  { calmMs, say }: ChaosOptions,
): Promise<{ history: History; done: readonly DoneFault[]; unanswered: number }> {
  const senders = new Senders(world, plan.seed + 1);
  const approvers = new Approvers(world, plan.seed + 2);
  const saboteur = new Saboteur(world);
  let stopped: readonly StoppedSchedule[];
  const begunAt = Date.now();
  approvers.start();
  try {
    const deadlineAt = begunAt + plan.lastsMs + calmMs;
    await Promise.all([senders.run(plan.starts, begunAt, deadlineAt), saboteur.run(plan.faults, begunAt)]);
    say(`${senders.acknowledgements.length} acknowledgements; the faults are over, waiting for calm`);
    stopped = await stopSchedules(world);
    const restless = await calm(world, calmMs);
    if (restless.length > 0) say(`${restless.length} runs have not ended: ${JSON.stringify(restless.slice(0, 3))}`);
  } finally {
    await approvers.stop();
    for (const refusal of [...approvers.refusals].slice(0, 5)) say(`an approval was refused: ${refusal}`);
  }
  const { acknowledgements, orders, askedToEnd } = senders;
  const told = { acknowledgements, orders, askedToEnd, lost: saboteur.lost, stopped };
  const history = await readHistory(world, plan, told);
  return { history, done: saboteur.done, unanswered: senders.unanswered };
}

function reportOf(
  history: History,
  { done, unanswered, folder }: { done: readonly DoneFault[]; unanswered: number; folder: string },
): ChaosReport {
  const late = latenesses(indexHistory(history)).sort((one, other) => one - other);
  const at = (share: number): number => Math.round(late[Math.floor((late.length - 1) * share)] ?? 0);
  const keys = new Set(history.hits.map(({ key }) => key)).size;
  return {
    ...{ seed: history.seed, faults: done, runs: history.runs.length, events: history.events.length },
    takenOver: history.writes.filter(({ owner, oldEpoch, newEpoch }) => owner !== null && newEpoch > oldEpoch).length,
    interrupted: history.events.filter(({ type }) => type === 'node.interrupted').length,
    ...{ effects: keys, repeatedEffects: history.hits.length - keys, unanswered, folder },
    lateness: { median: at(0.5), p99: at(0.99), worst: at(1) },
    breaches: breachesOf(history),
  };
}

/** Writes down everything that a breach can be understood from. */
function keep(folder: string, plan: Plan, history: History, report: ChaosReport): void {
  const plain = {
    ...history,
    expectations: [...history.expectations.keys()],
    askedToEnd: [...history.askedToEnd],
    lives: [...history.lives],
  };
  writeFileSync(path.join(folder, 'plan.json'), JSON.stringify(plan, null, 1));
  writeFileSync(path.join(folder, 'history.json'), JSON.stringify(plain));
  writeFileSync(path.join(folder, 'report.json'), JSON.stringify(report, null, 1));
}

/** The report for people. */
export function describe(report: ChaosReport): string {
  const kinds = new Map<string, number>();
  for (const { kind, hit } of report.faults) if (hit !== null) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const { median, p99, worst } = report.lateness;
  const found = report.breaches.slice(0, 40).map(({ invariant, what }) => `  ${invariant}: ${what}`);
  return [
    `seed ${report.seed}: ${report.runs} runs, ${report.events} events, ${report.effects} effects (${report.repeatedEffects} repeated), ${report.unanswered} calls sent again`,
    `faults: ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}`,
    `${report.takenOver} leases were taken over, ${report.interrupted} attempts cut off`,
    `timers rang ${median} ms late at the median, ${p99} ms at the 99th percentile, ${worst} ms at worst`,
    ...(found.length === 0
      ? ['every invariant holds']
      : [`${report.breaches.length} breaches; see ${report.folder}`, ...found]),
  ].join('\n');
}
