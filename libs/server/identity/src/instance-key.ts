import { z } from 'zod';
import { identityConfig } from './identity.config';

/** Settings for those who derive keys from that of the instance and store none; spread them into the settings of a feature. */
export const instanceKeySettings = {
  JWT_SECRET_KEY: identityConfig.shape.JWT_SECRET_KEY,
  MILLRACE_WEBHOOK_KEY: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe(
      'Key that signing keys of webhooks are derived from and secrets of senders are encrypted with; JWT_SECRET_KEY when absent. Changing it changes them all.',
    )
    .meta({ secret: true }),
};

/** The key to derive others from, each for one purpose alone. It is not in the database. */
export function instanceKeyOf(settings: {
  readonly JWT_SECRET_KEY: string;
  readonly MILLRACE_WEBHOOK_KEY?: string | undefined;
}): string {
  return settings.MILLRACE_WEBHOOK_KEY ?? settings.JWT_SECRET_KEY;
}
