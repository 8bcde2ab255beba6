// Loaded into a process before everything else: lets its wall clock jump. The hours to add stand in the file that
// CHAOS_CLOCK_FILE names. Only what reads the wall clock sees it; monotonic clocks and timers go on, as on a real machine.
import { readFileSync } from 'node:fs';
import { setInterval } from 'node:timers';

const file = process.env.CHAOS_CLOCK_FILE;
const RealDate = Date;
const realNow = Date.now.bind(Date);
let offsetMs = 0;

const look = () => {
  try {
    offsetMs = Number(readFileSync(file, 'utf8')) * 3_600_000 || 0;
  } catch {
    offsetMs = 0;
  }
};

class JumpingDate extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [realNow() + offsetMs] : given));
  }

  static now() {
    return realNow() + offsetMs;
  }

  // Dates that the engine makes by itself, as of a structured clone, are dates too.
  static [Symbol.hasInstance](value) {
    return value instanceof RealDate;
  }
}

if (file) {
  look();
  setInterval(look, 200).unref();
  globalThis.Date = new Proxy(JumpingDate, {
    apply: () => new RealDate(realNow() + offsetMs).toString(),
  });
}
