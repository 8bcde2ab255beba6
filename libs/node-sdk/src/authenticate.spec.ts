import { authenticated, fieldText } from './authenticate';
import { hostMatches, hostOf } from './hosts';
import { NodeError } from './outcome';

const request = { method: 'GET', url: 'https://api.example.com/v1/things' };

describe('fieldText', () => {
  it('puts fields into a template and leaves nothing of absent ones', () => {
    expect(fieldText('Bearer {{ key }}{{ none }}', { key: 'abc' })).toBe('Bearer abc');
  });

  it('never reads a value as a template again', () => {
    expect(fieldText('{{a}}', { a: '{{b}}', b: 'secret' })).toBe('{{b}}');
  });

  it('does not read replacement patterns of a value', () => {
    expect(fieldText('x{{a}}y', { a: "$& $1 $'" })).toBe("x$& $1 $'y");
  });
});

describe('authenticated', () => {
  it('adds headers whose names are fields too', () => {
    const rule = { headers: { '{{name}}': '{{value}}' } };
    expect(authenticated(request, rule, { name: 'X-Key', value: 'k' }).headers).toEqual({ 'X-Key': 'k' });
  });

  it('replaces a header of the same name whatever its case', () => {
    const shadowed = { ...request, headers: { authorization: 'Bearer other', accept: 'text/plain' } };
    const result = authenticated(shadowed, { headers: { Authorization: 'Bearer {{key}}' } }, { key: 'mine' });
    expect(result.headers).toEqual({ accept: 'text/plain', Authorization: 'Bearer mine' });
  });

  it('writes Basic with text outside ASCII as UTF-8', () => {
    const rule = { basic: { username: '{{user}}', password: '{{password}}' } };
    const { headers } = authenticated(request, rule, { user: 'jürgen', password: 'päss' });
    expect(headers).toEqual({ authorization: `Basic ${Buffer.from('jürgen:päss').toString('base64')}` });
  });

  it.each([
    ['https://a.test/', 'https://a.test/?key=a%26b'],
    ['https://a.test/?x=1', 'https://a.test/?x=1&key=a%26b'],
    ['https://a.test/?', 'https://a.test/?key=a%26b'],
    ['https://a.test/p#part', 'https://a.test/p?key=a%26b#part'],
  ])('adds a query to %s', (url, expected) => {
    expect(authenticated({ method: 'GET', url }, { query: { key: '{{key}}' } }, { key: 'a&b' }).url).toBe(expected);
  });

  it('refuses a line break in a header without repeating the value', () => {
    const act = (): unknown =>
      authenticated(request, { headers: { 'X-Key': '{{key}}' } }, { key: 'secret\r\nHost: evil' });
    expect(act).toThrow(NodeError);
    expect(act).not.toThrow(/secret/);
  });
});

describe('hostOf', () => {
  it.each([
    ['https://API.Example.com:8443/x', 'api.example.com'],
    ['http://user:pw@host.test/x', 'host.test'],
    ['https://good.test@evil.test/', 'evil.test'],
    ['http://[::1]:80/', '::1'],
    ['https://host.test./', 'host.test'],
    ['ftp://host.test/', ''],
    ['https://good.test\\@evil.test/', ''],
    ['https://a@b@evil.test/', ''],
    ['https://%65vil.test/', ''],
    [' https://host.test/', ''],
    ['nothing', ''],
  ])('of %s is %s', (url, host) => expect(hostOf(url)).toBe(host));
});

describe('hostMatches', () => {
  it.each([
    ['example.com', 'example.com', true],
    ['example.com', 'api.example.com', false],
    ['example.com', 'notexample.com', false],
    ['*.example.com', 'api.example.com', true],
    ['*.example.com', 'a.b.example.com', true],
    ['*.example.com', 'example.com', false],
    ['*.example.com', 'evilexample.com', false],
    ['*.example.com', 'example.com.evil.test', false],
    ['*', 'anything.test', true],
    ['*', '', false],
  ])('%s and %s: %s', (allowed, host, expected) => expect(hostMatches(allowed, host)).toBe(expected));
});

it('leaves out a header or query value that is made of empty fields alone', () => {
  const rule = { headers: { authorization: 'Bearer {{apiKey}}', 'x-fixed': '' }, query: { key: '{{apiKey}}' } };
  const request = { method: 'GET', url: 'https://a.test/' };
  expect(authenticated(request, rule, {})).toEqual({ ...request, headers: { 'x-fixed': '' } });
  expect(authenticated(request, rule, { apiKey: 'k' }).headers).toEqual({ authorization: 'Bearer k', 'x-fixed': '' });
});
