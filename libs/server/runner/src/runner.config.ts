import { defineConfig, wholeNumber } from '@millrace/server-platform';

/** Settings of workers. */
export const runnerConfig = defineConfig({
  RUNNER_CONCURRENCY: wholeNumber(1, 10_000)
    .default(200)
    .describe('Runs that one process works on at once. Waiting runs do not count.'),
  RUNNER_GRACE_SECONDS: wholeNumber(0, 3_600)
    .default(25)
    .describe(
      'Seconds that running nodes get to end when the process stops; then they are aborted and run again elsewhere.',
    ),
});
