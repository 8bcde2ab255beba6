import { parseArgs } from 'node:util';
import { describe, runChaos } from './chaos';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    runs: { type: 'string', default: '500' },
    minutes: { type: 'string', default: '1' },
    apis: { type: 'string', default: '2' },
    workers: { type: 'string', default: '3' },
    calm: { type: 'string', default: '120' },
    'fault-every': { type: 'string', default: '6' },
  },
});
const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000_000) : Number(values.seed);
const report = await runChaos({
  seed,
  runs: Number(values.runs),
  lastsMs: Number(values.minutes) * 60_000,
  faultEveryMs: Number(values['fault-every']) * 1_000,
  apis: Number(values.apis),
  workers: Number(values.workers),
  calmMs: Number(values.calm) * 1_000,
  say: (line) => console.log(line),
});
console.log(describe(report));
if (report.breaches.length > 0) {
  console.log(`again: npm run chaos -- --seed ${seed} --runs ${values.runs} --minutes ${values.minutes}`);
  process.exitCode = 1;
}
