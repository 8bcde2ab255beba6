/** What no log of the product may hold. */
const BAD_WORDS = ['unhandledRejection', 'UnhandledPromise', 'TimeoutOverflowWarning', 'MaxListenersExceeded'];
/** Lines of level `error` and above tell of bugs; what passes by itself is a warning. */
const OF_A_BUG = /"level":"?(50|60|error|fatal)/;
const MOST_SHOWN = 1_000;

/** Lines of the log of a process that tell of a bug, or hold the secret. */
export function badLinesIn(process: string, log: string, secret: string): string[] {
  const words = [...BAD_WORDS, secret];
  return log
    .split('\n')
    .filter((line) => words.some((word) => line.includes(word)) || OF_A_BUG.test(line))
    .map((line) => `${process}: ${line.slice(0, MOST_SHOWN)}`);
}
