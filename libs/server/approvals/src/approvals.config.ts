import { identityConfig } from '@millrace/server-identity';
import { defineConfig } from '@millrace/server-platform';
import { z } from 'zod';

/** Keys that addresses of waiting runs are signed with: those of webhooks. */
export const approvalsConfig = defineConfig({
  JWT_SECRET_KEY: identityConfig.shape.JWT_SECRET_KEY,
  MILLRACE_WEBHOOK_KEY: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe(
      'Key that signing keys of webhooks are derived from and secrets of senders are encrypted with; JWT_SECRET_KEY when absent. Changing it changes them all.',
    )
    .meta({ secret: true }),
});
