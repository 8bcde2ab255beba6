// CPU and memory of processes, read from /proc.
import { readFileSync, readdirSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return {
      pid,
      parent: Number(fields[1]),
      cpuMs: ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_PER_SECOND,
    };
  } catch {
    return null;
  }
}

/** The process and everything below it. */
export function familyOf(pid) {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter(Boolean);
  const family = [];
  for (let wave = all.filter((one) => one.pid === pid); wave.length;) {
    family.push(...wave);
    const parents = new Set(wave.map((one) => one.pid));
    wave = all.filter((one) => parents.has(one.parent));
  }
  return family;
}

/** Milliseconds of CPU that the process and its children, living and reaped ones, have used. */
export function cpuMsOf(pid) {
  return familyOf(pid).reduce((sum, one) => sum + one.cpuMs, 0);
}

/** Memory in MiB. `shared` counts pages that several processes share only once, by their proportional size. */
export function memoryMiBOf(pid) {
  const sizes = familyOf(pid).map((one) => {
    try {
      const rollup = readFileSync(`/proc/${one.pid}/smaps_rollup`, 'utf8');
      return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return sizes.reduce((sum, kib) => sum + kib, 0) / 1_024;
}
