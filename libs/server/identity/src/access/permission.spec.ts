import { isAtLeast, roles, systemActor, type Role } from './actor';
import {
  actorMay,
  assertMay,
  permissions,
  personalPermissions,
  roleMay,
  tokenPermissions,
  type Permission,
} from './permission';

/** The lowest role that has each permission: every higher one has it too. */
const lowest: Readonly<Partial<Record<Permission, Role>>> = {
  'workspace:read': 'viewer',
  'workspace:manage': 'admin',
  'workspace:own': 'owner',
  'workflow:read': 'viewer',
  'workflow:write': 'editor',
  'workflow:publish': 'editor',
  'execution:read': 'viewer',
  'execution:start': 'operator',
  'execution:control': 'operator',
  'execution:purge': 'admin',
  'credential:read': 'viewer',
  'credential:use': 'editor',
  'credential:write': 'editor',
  'credential:share': 'editor',
  'member:read': 'viewer',
  'member:manage': 'admin',
  'token:manage': 'admin',
  'audit:read': 'admin',
  'account:manage': 'viewer',
};

describe('permissions', () => {
  it.each(Object.entries(lowest))('give %s to %s and above', (permission, role) => {
    for (const other of roles) expect(roleMay(other, permission as Permission)).toBe(isAtLeast(other, role));
  });

  it('never grow from a higher role to a lower one', () => {
    for (const permission of permissions) {
      const allowed = roles.map((role) => roleMay(role, permission));
      expect(allowed).toEqual([...allowed].sort((a, b) => Number(b) - Number(a)));
    }
  });

  it('refuse with the name of what is missing', () => {
    const viewer = { userId: 'u', workspaceId: 'w', role: 'viewer', via: 'session' } as const;
    expect(() => assertMay(viewer, 'workflow:write')).toThrow(
      'Your role "viewer" lacks the permission "workflow:write"',
    );
    expect(() => assertMay(viewer, 'workflow:read')).not.toThrow();
  });

  it('are cut down by the scopes that an actor comes with, and never widened', () => {
    const token = { userId: 'u', workspaceId: 'w', role: 'viewer', via: 'token', apiTokenId: 't' } as const;
    const reader = { ...token, scopes: ['workflow:read', 'workflow:write'] } as const;
    expect(permissions.filter((permission) => actorMay(reader, permission))).toEqual(['workflow:read']);
    expect(() => assertMay(reader, 'execution:read')).toThrow('This API token lacks the permission "execution:read"');
    expect(() => assertMay({ ...reader, scopes: [] }, 'workflow:read')).toThrow('This API token');
  });

  it('that concern accounts, members and tokens are none that an API token can have', () => {
    expect(tokenPermissions).not.toEqual(expect.arrayContaining([...personalPermissions]));
    expect([...tokenPermissions, ...personalPermissions].sort()).toEqual([...permissions].sort());
  });

  it('are all given to the system', () => {
    for (const permission of permissions) expect(() => assertMay(systemActor('w'), permission)).not.toThrow();
  });

  it('are not given to a role that is unknown', () => {
    expect(roleMay('root' as Role, 'workspace:read')).toBe(false);
  });
});
