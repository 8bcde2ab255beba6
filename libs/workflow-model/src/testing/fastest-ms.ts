/** Milliseconds of the fastest of five runs: what the code needs, not what else the machine was doing. */
export function fastestMs(run: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...times);
}
