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
    OIDC_ISSUER: z
      .url({ protocol: /^https?$/, error: 'must be the address of an issuer, such as https://login.example.com' })
      .optional()
      .describe(
        'OpenID Connect provider that people may sign in with. Its callback is MILLRACE_PUBLIC_URL/api/auth/elsewhere/oidc/callback.',
      ),
    OIDC_CLIENT_ID: z.string().optional().describe('Client id at the OpenID Connect provider.'),
    OIDC_CLIENT_SECRET: z
      .string()
      .optional()
      .describe('Client secret at the OpenID Connect provider.')
      .meta({ secret: true }),
    OIDC_NAME: z.string().default('Single sign-on').describe('What the button of the OpenID Connect provider says.'),
    GOOGLE_CLIENT_ID: z
      .string()
      .optional()
      .describe('Client id at Google; its callback is MILLRACE_PUBLIC_URL/api/auth/elsewhere/google/callback.'),
    GOOGLE_CLIENT_SECRET: z.string().optional().describe('Client secret at Google.').meta({ secret: true }),
    GITHUB_CLIENT_ID: z
      .string()
      .optional()
      .describe('Client id at GitHub; its callback is MILLRACE_PUBLIC_URL/api/auth/elsewhere/github/callback.'),
    GITHUB_CLIENT_SECRET: z.string().optional().describe('Client secret at GitHub.').meta({ secret: true }),
    GITHUB_URL: z
      .url({ protocol: /^https?$/, error: 'must be an address such as https://github.com' })
      .default('https://github.com')
      .describe('Address of GitHub, or of a GitHub Enterprise Server.'),
  },
  { requiredInProduction: ['JWT_SECRET_KEY'] },
);
