import type { CredentialRow } from '@millrace/web-canvas/credentials';
import { accountsNeeded, forgetAccountsNeeded, rememberAccountsNeeded } from './accounts-needed';
import { filtered, ownerOf, usesOf, type CredentialLine } from './credential-list';

const row = (id: string, type: string, status = 'GOOD') =>
  ({ id, name: id, type, createdBy: 'ada', health: { status } }) as unknown as CredentialRow;
const line = (one: CredentialRow, workflows: readonly string[] = []): CredentialLine => ({
  row: one,
  type: undefined,
  typeTitle: one.type === 'github' ? 'GitHub' : one.type,
  owner: '',
  uses: workflows.map((workflowName) => ({ workflowId: workflowName, workflowName, inDraft: true, isLive: false })),
});
const lines = [
  line(row('Docs', 'github'), ['Triage']),
  line(row('Weather', 'http-bearer', 'FAILING')),
  line(row('Calendar', 'oauth2', 'RECONNECT')),
];
const idsOf = (found: readonly CredentialLine[]) => found.map((one) => one.row.id);
const all = { text: '', type: null, isBroken: false };

describe('the list of accounts', () => {
  it('is searched by name, kind, and what uses them', () => {
    expect(idsOf(filtered(lines, all))).toEqual(['Docs', 'Weather', 'Calendar']);
    expect(idsOf(filtered(lines, { ...all, text: 'weath' }))).toEqual(['Weather']);
    expect(idsOf(filtered(lines, { ...all, text: 'github triage' }))).toEqual(['Docs']);
    expect(idsOf(filtered(lines, { ...all, text: 'nobody' }))).toEqual([]);
  });

  it('is narrowed to a kind, and to what needs somebody', () => {
    expect(idsOf(filtered(lines, { ...all, type: 'oauth2' }))).toEqual(['Calendar']);
    expect(idsOf(filtered(lines, { ...all, isBroken: true }))).toEqual(['Weather', 'Calendar']);
  });

  it('says whose they are', () => {
    const people = [{ userId: 'ada', name: 'Ada', email: 'ada@example.com', role: 'OWNER' as const }];
    expect(ownerOf(row('a', 'x'), people, 'ada')).toBe('You');
    expect(ownerOf(row('a', 'x'), people, 'bob')).toBe('Ada');
    expect(ownerOf(row('a', 'x'), [], 'bob')).toBe('Somebody who left');
    expect(ownerOf({ ...row('a', 'x'), createdBy: null }, people, 'bob')).toBe('');
  });

  it('says how many workflows use one, and nothing while that is not known', () => {
    expect([usesOf(undefined), usesOf([]), usesOf(lines[0]?.uses)]).toEqual(['', 'Nothing yet', '1 workflow']);
  });
});

describe('accounts that a new workflow wants', () => {
  it('are remembered until somebody has put the list away', () => {
    expect(accountsNeeded('w')).toBeUndefined();
    rememberAccountsNeeded('w', ['a']);
    expect(accountsNeeded('w')).toEqual({ nodeIds: ['a'] });
    expect(accountsNeeded('other')).toBeUndefined();
    forgetAccountsNeeded('w');
    expect(accountsNeeded('w')).toBeUndefined();
  });

  it('are forgotten when what was remembered cannot be read', () => {
    sessionStorage.setItem('millrace.accounts-needed.w', '{');
    expect(accountsNeeded('w')).toBeUndefined();
    sessionStorage.setItem('millrace.accounts-needed.w', '7');
    expect(accountsNeeded('w')).toBeUndefined();
  });
});
