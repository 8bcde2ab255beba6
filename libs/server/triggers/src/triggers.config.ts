import { defineConfig, wholeNumber } from '@millrace/server-platform';
import { instanceKeySettings } from '@millrace/server-identity';

/** Settings of webhooks and schedules. */
export const triggersConfig = defineConfig({
  ...instanceKeySettings,
  SCHEDULE_LOOK_EVERY_MS: wholeNumber(50, 60_000)
    .default(1_000)
    .describe('Milliseconds between two looks at the schedules.'),
});
