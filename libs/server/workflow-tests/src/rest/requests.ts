import { ZodPipe } from '@millrace/server-platform';
import { z } from 'zod';

/** How long a caller may wait for the end of tests. Seconds. */
export const LONGEST_WAIT_SECONDS = 300;

const reportSchema = z.object({
  format: z.enum(['json', 'junit']).default('json'),
  timeoutSeconds: z.coerce.number().int().min(1).max(LONGEST_WAIT_SECONDS).default(120),
});
/** In which form results are told, and how long they are waited for. */
export type ReportQuery = z.infer<typeof reportSchema>;
/** Reads the query of what answers results. */
export const reportQuery = new ZodPipe(reportSchema);
