import fc from 'fast-check';
import { readCurl } from './read-curl';
import { shellWords } from './shell-words';

const config = (command: string) => readCurl(command)?.config;

describe('words of a command', () => {
  it.each<[string, string[]]>([
    ['a  b\tc', ['a', 'b', 'c']],
    [`'a b' "c d"`, ['a b', 'c d']],
    [`a'b c'"d"e`, ['ab cde']],
    [`'' ""`, ['', '']],
    [`"a \\"b\\" \\$c \\d"`, ['a "b" $c \\d']],
    ['a\\ b \\\n c', ['a b', 'c']],
    ["it'\\''s'", ['it\\s']],
    [`$'a\\n\\'b\\' \\x41\\u00e9\\t'`, [`a\n'b' Aé\t`]],
    ['a ^\nb', ['a', 'b']],
    ['a\r\nb', ['a', 'b']],
    ['$HOME `id` $(id)', ['$HOME', '`id`', '$(id)']],
  ])('of %j', (text, words) => {
    expect(shellWords(text)).toEqual(words);
  });

  it.each([`'a`, `"a`, `$'a`, `"a\\"`])('are none when a quote is not closed: %s', (text) => {
    expect(shellWords(text)).toBeUndefined();
  });

  it('come back from any list of words that is quoted as shells do', () => {
    const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (words) => {
        const clean = words.map((word) => word.replaceAll('\r', ''));
        expect(shellWords(clean.map(quoted).join(' '))).toEqual(clean);
      }),
    );
  });

  it('are found in time that grows with the text', () => {
    expect(shellWords(`'${'a'.repeat(500_000)}' ${'\\ '.repeat(100_000)}`)).toHaveLength(2);
  });
});

describe('a curl command', () => {
  it.each<[string, Record<string, unknown>]>([
    ['curl https://a.io', { method: 'GET', url: 'https://a.io' }],
    ['$ curl a.io/x', { method: 'GET', url: 'http://a.io/x' }],
    ['curl -XDELETE https://a.io', { method: 'DELETE', url: 'https://a.io' }],
    ['curl --request=put https://a.io', { method: 'PUT', url: 'https://a.io' }],
    ['curl -I https://a.io', { method: 'HEAD', url: 'https://a.io' }],
    ['curl --url https://a.io -sSL --compressed', { method: 'GET', url: 'https://a.io' }],
    ["curl 'https://a.io/?q=a%20b&q=c&d' ", { method: 'GET', url: 'https://a.io/', query: { q: ['a b', 'c'], d: '' } }],
    [
      'curl -G https://a.io -d x=1 --data-urlencode "y=a b"',
      { method: 'GET', url: 'https://a.io', query: { x: '1', y: 'a b' } },
    ],
    [
      'curl https://a.io -d a=1 -d b=2+3',
      { method: 'POST', url: 'https://a.io', bodyType: 'form', body: { a: '1', b: '2 3' } },
    ],
    [`curl https://a.io --json '{"a":1}'`, { method: 'POST', url: 'https://a.io', bodyType: 'json', body: '{"a":1}' }],
    [
      `curl https://a.io -H 'Content-Type: application/json' --data-raw '{"a":1}'`,
      { method: 'POST', url: 'https://a.io', bodyType: 'json', body: '{"a":1}' },
    ],
    [
      `curl https://a.io -H 'Content-Type: application/json' -d '{broken'`,
      {
        method: 'POST',
        url: 'https://a.io',
        bodyType: 'raw',
        body: '{broken',
        headers: { 'Content-Type': 'application/json' },
      },
    ],
    [
      `curl https://a.io -H 'content-type: text/plain' --data-binary 'x=1'`,
      { method: 'POST', url: 'https://a.io', bodyType: 'raw', body: 'x=1', headers: { 'content-type': 'text/plain' } },
    ],
    [
      'curl https://a.io -F a=1 -F b=2',
      { method: 'POST', url: 'https://a.io', bodyType: 'multipart', body: { a: '1', b: '2' } },
    ],
    [
      'curl https://a.io -u ada:pass',
      { method: 'GET', url: 'https://a.io', headers: { Authorization: 'Basic YWRhOnBhc3M=' } },
    ],
    [
      `curl https://a.io -A me -e ref -b c=1 --oauth2-bearer tok -H 'X-A: b:c' -H 'Host: x'`,
      {
        method: 'GET',
        url: 'https://a.io',
        headers: { 'User-Agent': 'me', Referer: 'ref', Cookie: 'c=1', Authorization: 'Bearer tok', 'X-A': 'b:c' },
      },
    ],
    ['curl https://a.io -m 2.5', { method: 'GET', url: 'https://a.io', timeoutMs: 2_500 }],
    ['curl https://a.io/{{trigger.id}}', { method: 'GET', url: 'https://a.io/{{trigger.id}}' }],
  ])('%s', (command, expected) => {
    expect(config(command)).toEqual(expected);
  });

  it('reads what browsers copy', () => {
    const copied = `curl 'https://api.example.com/orders?page=2' \\
  -H 'accept: */*' \\
  -H 'content-type: application/json' \\
  --data-raw $'{"name":"O\\'Brien"}' \\
  --compressed`;
    expect(readCurl(copied)).toEqual({
      label: 'POST api.example.com',
      ignored: [],
      config: {
        method: 'POST',
        url: 'https://api.example.com/orders',
        query: { page: '2' },
        headers: { accept: '*/*' },
        bodyType: 'json',
        body: `{"name":"O'Brien"}`,
      },
    });
  });

  it('tells what it could not take over', () => {
    expect(readCurl('curl -k --proxy p:1 -F file=@x.png https://a.io https://b.io')?.ignored).toEqual([
      '-k',
      '--proxy',
      '-F file=@x.png',
      'https://b.io',
    ]);
  });

  it.each(['wget https://a.io', 'curl', 'curl -X POST', `curl 'https://a.io`, 'curly https://a.io', '{"curl":1}'])(
    'is not %s',
    (text) => {
      expect(readCurl(text)).toBeUndefined();
    },
  );

  it('never throws, whatever is written behind it', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        expect(() => readCurl(`curl ${rest}`)).not.toThrow();
      }),
    );
  });
});
