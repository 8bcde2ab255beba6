import type { CredentialTypeData } from '@millrace/workflow-model';
import { addressFields, allowedDomainsOf, readDomain } from './allowed-domains';

const type: CredentialTypeData = {
  ...{ type: 't', title: 'T', description: '', fieldsSchema: {}, secretFields: [], testable: false },
};

describe('domains of a credential', () => {
  it.each([
    ['API.Example.com', 'api.example.com'],
    [' example.com. ', 'example.com'],
    ['*.example.com', '*.example.com'],
    ['*', '*'],
    ['localhost', 'localhost'],
    ['10.0.0.1', '10.0.0.1'],
    ['::1', '::1'],
  ])('are read: %j is %j', (text, domain) => expect(readDomain(text)).toBe(domain));

  it.each([
    '',
    'a b',
    'https://example.com',
    'example.com/x',
    '*example.com',
    'a.*.com',
    '**',
    'a..b',
    '-a.com',
    'a@b',
    'ex\u00e4mple.com',
  ])('are refused: %j', (text) => expect(() => readDomain(text)).toThrow('is no domain'));

  it('are none for a type that is sent nowhere, and asked for where the type says nothing', () => {
    expect(allowedDomainsOf({ ...type, domains: [] }, undefined, {})).toEqual([]);
    expect(() => allowedDomainsOf(type, undefined, {})).toThrow('Name the domains');
  });

  it('are those of the type unless the owner says otherwise', () => {
    const slack = { ...type, domains: ['slack.com', '*.slack.com'] };
    expect(allowedDomainsOf(slack, undefined, {})).toEqual(['slack.com', '*.slack.com']);
    expect(allowedDomainsOf(slack, [], {})).toEqual(['slack.com', '*.slack.com']);
    expect(allowedDomainsOf(slack, ['files.slack.com'], {})).toEqual(['files.slack.com']);
  });

  it.each([
    ['https://api.example.com:8443/v1', 'api.example.com'],
    ['mail.example.com', 'mail.example.com'],
    ['mail.example.com:587', 'mail.example.com'],
    ['postgres://db.internal:5432/x', 'db.internal'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['https://a@evil.example/', 'evil.example'],
  ])('take in the host that a field names: %s', (value, host) => {
    expect(allowedDomainsOf({ ...type, hostField: 'url' }, undefined, { url: value })).toEqual([host]);
  });

  it('must be known', () => {
    expect(() => allowedDomainsOf(type, undefined, {})).toThrow('Name the domains');
    expect(() => allowedDomainsOf({ ...type, hostField: 'url' }, undefined, { url: ' ' })).toThrow('Name the domains');
  });

  it('have fields that change them', () => {
    const oauth2 = {
      grant: 'authorization-code',
      tokenUrl: '{{ base }}/t',
      authorizeUrl: '{{site}}/a',
      scopes: [],
    } as const;
    expect([...addressFields({ ...type, hostField: 'host', oauth2 })].sort()).toEqual(['base', 'host', 'site']);
    expect([...addressFields(type)]).toEqual([]);
  });
});
