import { commaList, defineConfig, wholeNumber } from '@millrace/server-platform';
import { z } from 'zod';

/** Settings for those who look after an instance. */
export const operationsConfig = defineConfig({
  RETENTION_DAYS: wholeNumber(0, 3_650)
    .default(0)
    .describe('Days for which finished runs are kept where neither workflow nor workspace says; 0 for ever.'),
  RETENTION_RUNS: wholeNumber(0, 10_000_000)
    .default(0)
    .describe('Finished runs of each workflow that are kept where neither workflow nor workspace says; 0 for all.'),
  RETENTION_LOOK_EVERY_MINUTES: wholeNumber(1, 1_440)
    .default(60)
    .describe('Minutes between two looks for runs that are to be deleted.'),
  MILLRACE_OPERATORS: commaList().describe(
    'E-mail addresses of those who look after the instance and see its queues and storage as a whole; whoever made the first account when empty.',
  ),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe('What Prometheus sends as a bearer token to read /metrics; without one there are no metrics.')
    .meta({ secret: true }),
});
