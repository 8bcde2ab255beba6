import { describe as told, runChaos } from './chaos';

/** The long form, with other seeds, is `npm run chaos -- --minutes 10 --runs 4000`. */
const SEED = 20_261_121;

it('keeps every promise while processes are killed, frozen and cut off, and Postgres restarts', async () => {
  const report = await runChaos({
    seed: SEED,
    runs: 260,
    lastsMs: 55_000,
    faultEveryMs: 5_000,
    apis: 2,
    workers: 2,
    calmMs: 60_000,
    say: () => undefined,
  });
  if (report.breaches.length > 0) throw new Error(told(report));
  expect(report.runs).toBeGreaterThan(400);
  // A world in which nothing was lost on the way would prove nothing.
  expect(report.takenOver + report.interrupted).toBeGreaterThan(0);
  expect(report.faults.filter(({ hit }) => hit !== null).length).toBeGreaterThanOrEqual(8);
});
