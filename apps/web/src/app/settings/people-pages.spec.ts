import type { Type } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { BROWSER, Permissions, Session } from '@millrace/web-api';
import { FakeServer, GraphqlErrors, settled } from '@millrace/web-api/testing';
import { AccountSettings } from './account/account-settings';
import { AuditSettings } from './audit/audit-settings';
import { InstanceSettings } from './instance/instance-settings';
import { MembersSettings } from './members/members-settings';
import { TokenSettings } from './tokens/token-settings';
import { WorkspaceSettings } from './workspace/workspace-settings';

const AT = '2026-01-01T00:00:00Z';
const EVERYTHING = ['member:read', 'member:manage', 'token:manage', 'audit:read', 'workspace:manage', 'workspace:own'];
const member = (userId: string, role: string) => ({
  userId,
  role,
  name: userId,
  email: `${userId}@example.com`,
  joinedAt: AT,
  lastSeenAt: null,
});

let server: FakeServer;
let fixture: ComponentFixture<unknown>;
let permissions: readonly string[];

beforeEach(() => {
  permissions = EVERYTHING;
  server = new FakeServer()
    .signsIn()
    .on('Me', () => ({ me: { user: {}, workspace: {}, permissions, isGuest: false } }))
    .on('Members', () => ({ members: [member('u1', 'OWNER'), member('ben', 'VIEWER')] }))
    .on('Invitations', () => ({ invitations: [] }))
    .on('SignInMethods', () => ({
      signInMethods: { signUp: true, guests: false, passwordReset: false, providers: [] },
    }));
  TestBed.configureTestingModule({ providers: [provideRouter([]), { provide: BROWSER, useValue: server }] });
});

const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const text = (): string => page().textContent.replaceAll(/\s+/g, ' ');
const buttons = (): string[] => [...page().querySelectorAll('button')].map((one) => one.textContent.trim());
const alerts = (): string[] => [...page().querySelectorAll('[role=alert]')].map((one) => one.textContent.trim());

async function rest(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await settled();
    await fixture.whenStable();
  }
}

async function open(component: Type<unknown>): Promise<void> {
  await TestBed.inject(Session).signIn({ email: 'ana@example.com', password: 'correct horse' });
  await TestBed.inject(Permissions).load();
  fixture = TestBed.createComponent(component);
  await rest();
}

async function press(label: string): Promise<void> {
  const found = [...document.querySelectorAll('button')].find(
    (one) => one.textContent.trim() === label || one.getAttribute('aria-label') === label,
  );
  if (!found) throw new Error(`There is no button ${label}: ${buttons().join(', ')}`);
  found.click();
  await rest();
}

it.each([
  ['Members', MembersSettings, 'The members could not be loaded'],
  ['ApiTokens', TokenSettings, 'The tokens could not be loaded'],
  ['AuditLog', AuditSettings, 'The audit log could not be loaded'],
  ['Instance', InstanceSettings, 'The instance could not be loaded'],
  ['Sessions', AccountSettings, 'Your sessions could not be loaded'],
] as const)('says why %s did not come, and tries again', async (operation, component, words) => {
  server
    .on('OwnAccount', () => ({ me: { user: { isEmailVerified: true } } }))
    .on('LinkedAccounts', () => ({ linkedAccounts: [] }))
    .on(operation, () => GraphqlErrors.one('INTERNAL', 'INTERNAL', 'The database is away.'));
  await open(component);
  expect(alerts().join(' ')).toContain(words);
  expect(alerts().join(' ')).toContain('The database is away.');
  const before = server.asked(operation).length;
  await press('Try again');
  expect(server.asked(operation).length).toBe(before + 1);
});

it('an owner changes others, and is told why not themselves', async () => {
  await open(MembersSettings);
  expect(text()).toContain('2 members');
  expect(text()).toContain('A workspace always has an owner: transfer ownership first.');
  expect(page().querySelectorAll('mr-select')).toHaveLength(1);
  expect(text()).toContain('Nobody is invited');
});

it('what the server refuses about a member is said beside them', async () => {
  const failure = { __typename: 'UserError', code: 'ROLE_TOO_HIGH', message: 'Not you.', path: null };
  server.on('MemberRemove', () => ({ memberRemove: { errors: [failure] } }));
  await open(MembersSettings);
  await press('Remove ben');
  await press('Remove member');
  expect(server.asked('MemberRemove')).toEqual([{ userId: 'ben' }]);
  expect(alerts()).toEqual(['Not you.']);
});

it('a viewer sees the members and nothing to change', async () => {
  permissions = ['member:read'];
  await open(MembersSettings);
  expect(text()).toContain('2 members');
  expect([buttons(), page().querySelectorAll('mr-select').length]).toEqual([[], 0]);
  expect(server.asked('Invitations')).toEqual([]);
});

const token = (parts: object) => ({
  id: 't1',
  name: 'Nightly backup',
  hint: 'mlr_abc',
  role: null,
  scopes: ['workflow:read'],
  createdAt: AT,
  expiresAt: '2999-01-01T00:00:00Z',
  lastUsedAt: null,
  revokedAt: null,
  revokedBecause: null,
  userId: 'u1',
  userName: 'Ana',
  ...parts,
});

it('tokens say what they may, when they end, and only those that work can be revoked', async () => {
  const others = [token({ id: 't2', name: 'Old', expiresAt: AT }), token({ id: 't3', name: 'Lost', revokedAt: AT })];
  server
    .on('ApiTokens', () => ({ apiTokens: [token({}), ...others] }))
    .on('ApiTokenRevoke', () => ({ apiTokenRevoke: { apiToken: null, errors: [] } }));
  await open(TokenSettings);
  expect(text()).toContain('Read workflows and their versions');
  expect(text()).toMatch(/Never used.*Ended.*Revoked/);
  expect(buttons().filter((label) => label.startsWith('Revoke'))).toEqual(['Revoke Nightly backup']);
  await press('Revoke Nightly backup');
  await press('Revoke token');
  expect(server.asked('ApiTokenRevoke')).toEqual([{ id: 't1' }]);
});

it('without a token there is a way to the first one; those of others are for those who manage them', async () => {
  permissions = [];
  server.on('ApiTokens', () => ({ apiTokens: [] }));
  await open(TokenSettings);
  expect(text()).toContain('No token yet');
  expect(page().querySelector('mr-segmented')).toBeNull();
});

const line = (id: string, action: string) => ({
  id,
  at: AT,
  action,
  actorId: 'ben',
  actorLabel: 'ben@example.com',
  via: 'session',
  apiTokenId: null,
  targetType: null,
  targetId: null,
  targetLabel: null,
  address: '127.0.0.1',
  userAgent: null,
  requestId: null,
  details: {},
});

it('the audit log goes on where the page before ended', async () => {
  server.on('AuditLog', ({ after }) => ({
    auditLog: {
      nodes: [line(after ? 'two' : 'one', after ? 'member.joined' : 'workflow.published')],
      pageInfo: { endCursor: after ? null : 'there', hasNextPage: !after },
    },
  }));
  await open(AuditSettings);
  expect(text()).toContain('published a workflow');
  await press('Show older');
  expect(server.asked('AuditLog').map(({ after }) => after)).toEqual([null, 'there']);
  expect(text()).toMatch(/published a workflow.*joined/);
  expect(buttons()).not.toContain('Show older');
});

it('the audit log that is filtered to nothing says so', async () => {
  server.on('AuditLog', () => ({ auditLog: { nodes: [], pageInfo: { endCursor: null, hasNextPage: false } } }));
  await open(AuditSettings);
  expect(text()).toContain('Nothing was done yet');
  fixture.componentRef.setInput('what', 'member');
  await rest();
  expect(server.asked('AuditLog').at(-1)).toMatchObject({ filter: { action: 'member' } });
  expect(text()).toContain('Nothing fits these filters');
});

it('the only owner cannot leave; a name is saved by who may', async () => {
  server.on('WorkspaceRename', ({ name }) => ({
    workspaceRename: { workspace: { id: 'w1', name, role: 'OWNER' }, errors: [] },
  }));
  await open(WorkspaceSettings);
  expect(text()).toContain('You are the only owner.');
  const input = page().querySelector('[name=workspace-name]') as HTMLInputElement;
  input.value = ' Finance ';
  input.dispatchEvent(new Event('input'));
  await rest();
  page()
    .querySelector('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }));
  await rest();
  expect(server.asked('WorkspaceRename')).toEqual([{ name: 'Finance' }]);
  expect(TestBed.inject(Session).workspace()?.name).toBe('Finance');
});

it('an instance without mail says what to set', async () => {
  const limits = { webhookPerMinute: 600, eachWebhookPerMinute: 0, userPerMinute: 0 };
  const way = {
    id: 'github',
    name: 'GitHub',
    isReady: false,
    callbackUrl: 'https://x/cb',
    missing: ['GITHUB_CLIENT_ID'],
  };
  server.on('Instance', () => ({
    instance: {
      version: '1.2.3',
      publicUrl: 'https://x',
      signUp: true,
      mailFrom: null,
      signIn: [way],
      secrets: { store: 'VAULT', isHealthy: false, reason: 'sealed' },
      limits,
    },
  }));
  await open(InstanceSettings);
  expect(text()).toContain('Set MAIL_URL');
  expect(text()).toContain('set GITHUB_CLIENT_ID');
  expect(text()).toContain('sealed');
  expect(text()).toMatch(/600 a minute.*No limit/);
});
