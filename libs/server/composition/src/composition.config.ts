import { defineConfig, wholeNumber } from '@millrace/server-platform';
import { z } from 'zod';

/** Settings of how the rooms are put together. */
export const compositionConfig = defineConfig({
  MILLRACE_WORKERS: z
    .enum(['in-process', 'off'], { error: 'must be in-process or off' })
    .default('in-process')
    .describe('Whether an api process also performs runs; `off` where separate workers do.'),
  SANDBOX_PROCESSES: wholeNumber(1, 64)
    .default(2)
    .describe('Child processes that run the JavaScript of Code nodes; each runs one script at a time.'),
  WEB_DIR: z
    .string()
    .optional()
    .describe('Folder of the built editor that the api serves; the one beside the program when absent.'),
  MILLRACE_DATA_DIR: z
    .string()
    .default('.data')
    .describe('Folder of the embedded database and keys; used by npm start only.'),
  MILLRACE_POSTGRES_PORT: wholeNumber(1, 65_535)
    .default(54_400)
    .describe('Port that the embedded Postgres prefers on 127.0.0.1; used by npm start only.'),
});
