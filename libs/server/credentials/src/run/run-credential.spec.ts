import { inspect } from 'node:util';
import type { CredentialTypeData } from '@millrace/workflow-model';
import { RunCredential, type CredentialParts } from './run-credential';
import { SecretMask } from './secret-mask';

const bearer: CredentialTypeData = {
  type: 'http-bearer',
  title: 'Bearer token',
  description: 'A token.',
  fieldsSchema: {},
  secretFields: ['token'],
  authenticate: { headers: { authorization: 'Bearer {{token}}' } },
  testable: false,
};

function credentialOf(more: Partial<CredentialParts> = {}): RunCredential {
  return new RunCredential({
    id: 'c1',
    name: 'Mine',
    type: bearer,
    values: { token: 'canary-token', note: 'open' },
    domains: ['api.example.com', '*.example.org'],
    mask: new SecretMask(),
    ...more,
  });
}

describe('RunCredential', () => {
  it('shows no secret when it is printed or serialised', () => {
    const credential = credentialOf();
    const shown = [inspect(credential, { depth: 9 }), JSON.stringify({ credential }), String(credential)].join();
    expect(shown).not.toContain('canary-token');
    expect(credential.fields).toEqual({ note: 'open' });
    expect(credential.secret('token')).toBe('canary-token');
    expect(credential.secret('note')).toBe('');
  });

  it('authenticates requests to hosts that its owner allows', () => {
    const request = credentialOf().authenticate({ method: 'GET', url: 'https://API.example.com./x' });
    expect(request.headers).toEqual({ authorization: 'Bearer canary-token' });
  });

  it.each([
    'https://evil.example/',
    'https://example.org/',
    'https://api.example.com.evil.example/',
    'https://api.example.com@evil.example/',
    'https:\\\\evil.example\\@api.example.com/',
    'https://evil.example#@api.example.com/',
    'https://127.1/',
  ])('refuses %s', (url) => {
    expect(() => credentialOf().authenticate({ method: 'GET', url })).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'CREDENTIAL_HOST_FORBIDDEN' }) }),
    );
  });

  it('refuses every host when none is allowed', () => {
    expect(credentialOf({ domains: [] }).allowsHost('api.example.com')).toBe(false);
  });

  it('teaches the mask its secrets and what they become', () => {
    const mask = new SecretMask();
    const basic = { ...bearer, authenticate: { basic: { username: 'me', password: '{{token}}' } } };
    const credential = credentialOf({ mask, type: basic });
    const { headers } = credential.authenticate({ method: 'GET', url: 'https://a.example.org/' });
    expect(mask.text(headers?.['authorization'] ?? '')).toBe('Basic ***');
    expect(mask.text('canary-token')).toBe('***');
  });

  it('can be renewed when there are fresh values', async () => {
    const fresh = { ...bearer };
    const credential = credentialOf({
      renew: () =>
        Promise.resolve({
          id: 'c1',
          name: 'Mine',
          type: fresh,
          values: { token: 'other-token' },
          domains: ['*'],
          mask: new SecretMask(),
        }),
    });
    expect((await credential.renewed())?.secret('token')).toBe('other-token');
    expect(await credentialOf().renewed()).toBeUndefined();
  });
});
