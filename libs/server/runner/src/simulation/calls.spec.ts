import { httpCall, shownParams } from './calls';

describe('a request that was not sent', () => {
  it('is shown without what authenticates it: in headers, in the address, in its body', () => {
    const call = httpCall({
      method: 'post',
      url: 'https://ada:pass@api.example/orders?api_key=canary&page=2',
      headers: { Authorization: 'Bearer canary', 'X-Api-Key': 'canary', Accept: '*/*' },
      body: JSON.stringify({
        customer: 7,
        login: { password: 'canary', user: 'ada' },
        items: [{ accessToken: 'canary' }],
      }),
    });
    expect(JSON.stringify(call)).not.toContain('canary');
    expect(call).toMatchObject({
      ...{ method: 'POST', url: 'https://api.example/orders?api_key=***&page=2' },
      headers: { Authorization: '***', Accept: '*/*' },
      body: { customer: 7, login: { password: '***', user: 'ada' }, items: [{ accessToken: '***' }] },
    });
  });

  it('shows a form without its secrets, and leaves one without secrets as it is', () => {
    const form = (body: string) =>
      httpCall({
        method: 'POST',
        url: 'https://a.example/',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body,
      })['body'];
    expect(form('grant_type=password&client_secret=canary&password=canary')).toBe(
      'grant_type=password&client_secret=***&password=***',
    );
    expect(form('email=ada%40example.com&max_tokens=5')).toBe('email=ada%40example.com&max_tokens=5');
  });
});

describe('params', () => {
  it('are shown without the secrets that somebody wrote into them', () => {
    const params = {
      url: 'https://api.example?token=canary',
      headers: { 'X-Auth': 'canary', Accept: 'a' },
      query: { key: 'k', signature_v2: 'canary' },
      body: { apiKey: 'canary', password: 'canary' },
    };
    expect(shownParams(params)).toEqual({
      url: 'https://api.example/?token=***',
      headers: { 'X-Auth': '***', Accept: 'a' },
      query: { key: 'k', signature_v2: '***' },
      body: { apiKey: '***', password: '***' },
    });
  });

  it('that are called something similar stay, and addresses stay as they were written', () => {
    const params = { url: 'https://api.example', author: 'Ada', maxTokens: 5, auth: 'none', token: '', tokens: ['a'] };
    expect(shownParams(params)).toEqual(params);
  });
});
