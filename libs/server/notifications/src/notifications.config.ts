import { instanceKeySettings } from '@millrace/server-identity';
import { defineConfig, wholeNumber } from '@millrace/server-platform';
import { z } from 'zod';

/** Seconds before each further try: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h. */
const LADDER = '5,300,1800,7200,18000,36000,36000';

/** Settings of webhooks that Millrace calls. */
export const notificationsConfig = defineConfig({
  ...instanceKeySettings,
  NOTIFICATION_RETRY_SECONDS: z
    .string()
    .default(LADDER)
    .transform((text) => text.split(',').map((step) => step.trim()))
    .refine((steps) => steps.length <= 20 && steps.every((step) => /^\d{1,6}$/.test(step)), {
      error: 'must be up to 20 whole numbers between commas',
    })
    .transform((steps) => steps.map(Number))
    .describe('Seconds before each further try to call a webhook elsewhere; after the last one it is given up.'),
  NOTIFICATION_DISABLE_AFTER_HOURS: wholeNumber(1, 8_760)
    .default(120)
    .describe('Hours of failures alone after which a webhook elsewhere is switched off.'),
  NOTIFICATION_KEEP_DAYS: wholeNumber(1, 3_650)
    .default(30)
    .describe('Days for which calls of webhooks elsewhere can be looked at and repeated.'),
});
