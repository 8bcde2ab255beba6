import { TestBed } from '@angular/core/testing';
import { BROWSER } from '../http/browser';
import { FakeServer, settled } from '../testing/fake-server';
import { Permissions } from './permissions';
import { Session } from './session';

let server: FakeServer;
let permissions: Permissions;
const me = (...allowed: string[]) => ({
  me: {
    __typename: 'Me',
    permissions: allowed,
    user: { __typename: 'User', id: 'u1', email: 'ana@example.com', name: 'Ana', createdAt: '2026-11-20T12:00:00Z' },
    workspace: { __typename: 'Workspace', id: 'w1', name: 'W', role: 'EDITOR' },
  },
});

beforeEach(async () => {
  server = new FakeServer().signsIn().on('Me', () => me('workflow:read'));
  TestBed.configureTestingModule({ providers: [{ provide: BROWSER, useValue: server }] });
  await TestBed.inject(Session).signIn({ email: 'ana@example.com', password: 'correct horse' });
  permissions = TestBed.inject(Permissions);
});

it('allows nothing before they are known, then what the server says; asks once', async () => {
  expect(permissions.has('workflow:read')).toBe(false);
  await Promise.all([permissions.load(), permissions.load()]);
  expect([permissions.has('workflow:read'), permissions.has('audit:read')]).toEqual([true, false]);
  expect(server.asked('Me')).toHaveLength(1);
});

it('asks again after a failure', async () => {
  server.on('Me', () => ({ me: null }));
  await permissions.load();
  expect(permissions.has('workflow:read')).toBe(false);
  server.on('Me', () => me('workflow:read'));
  await permissions.load();
  expect(permissions.has('workflow:read')).toBe(true);
});

it('allows nothing any more when the session ends', async () => {
  await permissions.load();
  server.on('SignOut', () => ({ signOut: { __typename: 'P', errors: [] } }));
  await TestBed.inject(Session).signOut();
  TestBed.tick();
  await settled();
  expect(permissions.has('workflow:read')).toBe(false);
});
