import { defineCredential } from '@millrace/node-sdk';
import { credentialTypeData } from '@millrace/node-sdk';
import type { CredentialType } from '@millrace/node-sdk';
import { z } from 'zod';
import { CredentialTypes } from '../credential-types';

const text = z.string();

/** Two secrets, a host of its own, and a request that tests it. */
export const keyedType = defineCredential({
  type: 'keyed',
  title: 'Keyed',
  description: 'For specs.',
  fields: z.object({
    baseUrl: text.default('https://api.keyed.example'),
    key: text.min(1, 'enter the key'),
    secret: text.default(''),
    region: z.enum(['eu', 'us']).default('eu'),
  }),
  secrets: ['key', 'secret'],
  hostField: 'baseUrl',
  authenticate: { headers: { 'x-key': '{{key}}', 'x-secret': '{{secret}}' } },
  test: { method: 'GET', url: '{{baseUrl}}/me', accountPath: 'user.name' },
});

/** One secret and no host. */
export const plainType = defineCredential({
  type: 'plain',
  title: 'Plain',
  description: 'For specs.',
  fields: z.object({ token: text.min(1) }),
  secrets: ['token'],
  authenticate: { headers: { authorization: 'Bearer {{token}}' } },
});

/** Nothing that goes into a request. */
export const mailType = defineCredential({
  type: 'mail',
  title: 'Mail',
  description: 'For specs.',
  fields: z.object({ host: text, password: text }),
  secrets: ['password'],
  hostField: 'host',
  probe: (credential) => {
    if (credential.secret('password') === 'crash') throw new TypeError(`inside ${credential.secret('password')}`);
    return Promise.resolve({ ok: false, message: `refused ${credential.secret('password')}` });
  },
});

const client = { clientId: text, clientSecret: text.default(''), scopes: text.default('') };

/** People sign in. */
export const signInType = defineCredential({
  type: 'sign-in',
  title: 'Sign-in',
  description: 'For specs.',
  fields: z.object({ issuer: text, ...client }),
  secrets: ['clientSecret'],
  authenticate: { headers: { authorization: 'Bearer {{accessToken}}' } },
  oauth2: {
    grant: 'authorization-code',
    authorizeUrl: '{{issuer}}/authorize',
    tokenUrl: '{{issuer}}/token',
    scopes: ['read', 'write'],
    scopeSeparator: ',',
    authorizeParams: { access_type: 'offline' },
    tokenTypes: ['bot'],
  },
});

/** The application itself. */
export const machineType = defineCredential({
  type: 'machine',
  title: 'Machine',
  description: 'For specs.',
  fields: z.object({ issuer: text, ...client }),
  secrets: ['clientSecret'],
  authenticate: { headers: { authorization: 'Bearer {{accessToken}}' } },
  oauth2: { grant: 'client-credentials', tokenUrl: '{{issuer}}/token', scopes: ['all'] },
});

const all = [keyedType, plainType, mailType, signInType, machineType] as unknown as CredentialType[];

/** The types of specs. */
export const specTypes = new CredentialTypes(all, all.map(credentialTypeData));
