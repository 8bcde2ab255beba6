import { randomBytes } from 'node:crypto';
import { defineConfig } from '@millrace/server-platform';
import { z } from 'zod';

/** Settings of identity. */
export const identityConfig = defineConfig(
  {
    JWT_SECRET_KEY: z
      .string()
      .refine((key) => Buffer.byteLength(key) >= 32, 'must be at least 32 bytes long')
      .default(() => randomBytes(48).toString('base64url'))
      .describe(
        'Key that signs access tokens, 32 bytes or more (openssl rand -base64 48). Outside production a new one is made at every start.',
      )
      .meta({ secret: true }),
    MILLRACE_SIGN_UP: z
      .enum(['open', 'closed'], { error: 'must be open or closed' })
      .default('open')
      .describe('Whether strangers may make an account.'),
  },
  { requiredInProduction: ['JWT_SECRET_KEY'] },
);
