import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import os from 'node:os';
import path from 'node:path';

const HOUR_MS = 3_600_000;
/** Tells, whenever asked, by how many hours every way to read the clock is wrong against the process that asks. */
const READER = `
  import { DateTime } from 'luxon';
  import { createInterface } from 'node:readline';
  const begun = performance.now();
  for await (const line of createInterface({ input: process.stdin })) {
    const real = Number(line);
    const off = (ms) => Math.round((ms - real) / ${HOUR_MS});
    const clone = structuredClone(new Date(5));
    console.log(JSON.stringify({
      off: {
        now: off(Date.now()), made: off(new Date().getTime()), text: off(Date.parse(Date())), luxon: off(DateTime.now().toMillis()),
      },
      kept: [new Date(7).getTime(), Date.UTC(1970, 0, 1), new Date() instanceof Date, clone instanceof Date, clone.getTime()],
      monotonicHours: Math.round((performance.now() - begun) / ${HOUR_MS}),
    }));
  }`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'millrace-clock-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('moves every wall clock of a process that goes on, and back, and leaves all else as it is', async () => {
  const file = path.join(folder, 'clock');
  writeFileSync(file, '0');
  const child = spawn(
    process.execPath,
    ['--import', './apps/chaos-e2e/src/world/clock-jump.mjs', '--input-type=module', '-e', READER],
    { env: { ...process.env, CHAOS_CLOCK_FILE: file }, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<{ off: Record<string, number> }> => {
    child.stdin.write(`${Date.now()}\n`);
    return JSON.parse(String((await lines.next()).value)) as { off: Record<string, number> };
  };
  try {
    for (const hours of [0, 2, -2, 0]) {
      writeFileSync(file, String(hours));
      let seen = await read();
      while (seen.off['now'] !== hours) seen = await read();
      expect(seen).toEqual({
        off: { now: hours, made: hours, text: hours, luxon: hours },
        kept: [7, 0, true, true, 5],
        monotonicHours: 0,
      });
    }
  } finally {
    child.kill();
  }
});
