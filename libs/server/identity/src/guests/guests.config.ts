import { defineConfig, wholeNumber } from '@millrace/server-platform';
import { z } from 'zod';

/** Settings of guests. */
export const guestsConfig = defineConfig({
  MILLRACE_GUESTS: z
    .enum(['on', 'off'], { error: 'must be on or off' })
    .default('off')
    .describe(
      'Whether strangers may try the product as guests, without an account, in a small workspace of their own.',
    ),
  MILLRACE_GUEST_DAYS: wholeNumber(1, 365)
    .default(7)
    .describe('Days after which a guest who does not come back is forgotten, with everything in the workspace.'),
});
