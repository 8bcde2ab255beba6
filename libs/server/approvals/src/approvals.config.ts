import { instanceKeySettings } from '@millrace/server-identity';
import { defineConfig } from '@millrace/server-platform';
import { z } from 'zod';

/** Base64 of files is a third longer, and what starts a run has to stay below 16 MB. */
const MOST_FILES_MB = 11;

/** Keys that addresses of waiting runs are signed with: those of webhooks. And what forms take. */
export const approvalsConfig = defineConfig({
  ...instanceKeySettings,
  FORM_FILES_MAX_MB: z.coerce
    .number()
    .min(0.1)
    .max(MOST_FILES_MB)
    .default(5)
    .describe(
      'Megabytes that all files of one form may have together. Files are kept as values of the run: large ones belong elsewhere.',
    ),
});
