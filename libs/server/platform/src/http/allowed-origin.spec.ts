import { isAllowedOrigin } from './allowed-origin';

const allowed = ['https://app.example'];

it.each<[string, Record<string, string>, boolean]>([
  ['a program, which sends no origin', { host: 'millrace.example' }, true],
  ['a page of this server', { host: 'millrace.example', origin: 'https://millrace.example' }, true],
  ['a page of an origin that is allowed', { host: 'millrace.example', origin: 'https://app.example' }, true],
  ['a page of another origin', { host: 'millrace.example', origin: 'https://evil.example' }, false],
  ['a page of another port', { host: 'millrace.example', origin: 'https://millrace.example:8443' }, false],
  ['a page of a host that ends alike', { host: 'millrace.example', origin: 'https://evil-millrace.example' }, false],
  ['a page without an origin of its own', { host: 'millrace.example', origin: 'null' }, false],
  [
    'a page of this server behind a proxy that changes hosts',
    { host: 'internal:3000', origin: 'https://millrace.example', 'sec-fetch-site': 'same-origin' },
    true,
  ],
  ['a link on another page', { host: 'millrace.example', 'sec-fetch-site': 'cross-site' }, false],
])('%s', (_name, headers, isAllowed) => {
  expect(isAllowedOrigin(headers, allowed)).toBe(isAllowed);
});
