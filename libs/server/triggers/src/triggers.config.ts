import { defineConfig, wholeNumber } from '@millrace/server-platform';
import { identityConfig } from '@millrace/server-identity';
import { z } from 'zod';

/** Settings of webhooks and schedules. */
export const triggersConfig = defineConfig({
  JWT_SECRET_KEY: identityConfig.shape.JWT_SECRET_KEY,
  MILLRACE_WEBHOOK_KEY: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe(
      'Key that signing keys of webhooks are derived from and secrets of senders are encrypted with; JWT_SECRET_KEY when absent. Changing it changes them all.',
    )
    .meta({ secret: true }),
  SCHEDULE_LOOK_EVERY_MS: wholeNumber(50, 60_000)
    .default(1_000)
    .describe('Milliseconds between two looks at the schedules.'),
});
