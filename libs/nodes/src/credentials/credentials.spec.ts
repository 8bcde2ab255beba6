import { testCredential } from '@millrace/node-sdk/testing';
import { httpBasicCredential } from './http-basic.credential';
import { httpBearerCredential } from './http-bearer.credential';
import { httpCustomCredential } from './http-custom.credential';
import { httpHeaderCredential } from './http-header.credential';
import { httpQueryCredential } from './http-query.credential';
import { oauth2ClientCredentialsCredential } from './oauth2-client-credentials.credential';
import { oauth2Credential } from './oauth2.credential';

const request = {
  method: 'GET',
  url: 'https://api.example.com/a?b=1',
  headers: { accept: '*/*', 'X-API-KEY': 'mine' },
};

describe('generic credential types', () => {
  it('send a header of any name, in place of the one that a node sends', () => {
    const credential = testCredential(httpHeaderCredential, { value: 'k' });
    expect(credential.authenticate(request).headers).toEqual({ accept: '*/*', 'X-Api-Key': 'k' });
  });

  it('refuse a header name that is none', () => {
    expect(httpHeaderCredential.fields.safeParse({ name: 'a b', value: 'k' }).success).toBe(false);
    expect(httpCustomCredential.fields.safeParse({ headers: { 'a\r\nb': 'k' } }).success).toBe(false);
  });

  it('send a bearer token', () => {
    const credential = testCredential(httpBearerCredential, { token: ' t ' });
    expect(credential.authenticate(request).headers).toMatchObject({ authorization: 'Bearer t' });
  });

  it('send user name and password', () => {
    const credential = testCredential(httpBasicCredential, { username: 'Ü', password: 'p:w' });
    const expected = `Basic ${Buffer.from('Ü:p:w').toString('base64')}`;
    expect(credential.authenticate(request).headers).toMatchObject({ authorization: expected });
    expect(credential.fields).toEqual({ username: 'Ü' });
  });

  it('put a key into the address', () => {
    const credential = testCredential(httpQueryCredential, { name: 'api key', value: 'k&1' });
    expect(credential.authenticate(request).url).toBe('https://api.example.com/a?b=1&api%20key=k%261');
  });

  it('send several headers and parameters', () => {
    const values = { headers: { 'X-App': 'a', 'x-api-key': 'b' }, query: { token: 'c' } };
    const ready = testCredential(httpCustomCredential, values).authenticate(request);
    expect(ready.headers).toEqual({ accept: '*/*', 'X-App': 'a', 'x-api-key': 'b' });
    expect(ready.url).toBe('https://api.example.com/a?b=1&token=c');
    expect(testCredential(httpCustomCredential, values).fields).toEqual({});
  });

  it('refuse addresses for OAuth that are none', () => {
    const good = { authorizeUrl: 'https://a.example/x', tokenUrl: 'https://a.example/t', clientId: 'c' };
    expect(oauth2Credential.fields.safeParse(good).success).toBe(true);
    expect(oauth2Credential.fields.safeParse({ ...good, tokenUrl: 'javascript:alert(1)' }).success).toBe(false);
    expect(oauth2ClientCredentialsCredential.fields.safeParse({ ...good, clientSecret: '' }).success).toBe(false);
  });
});
