import { systemActor, type Role } from './actor';
import { assertMay, permissions, roleMay } from './permission';

const roles: Role[] = ['owner', 'admin', 'editor', 'operator', 'viewer'];

describe('permissions', () => {
  it('are what the matrix says', () => {
    const matrix = Object.fromEntries(
      roles.map((role) => [role, permissions.filter((permission) => roleMay(role, permission))]),
    );
    const viewer = ['workspace:read', 'workflow:read', 'execution:read'];
    expect(matrix['owner']).toEqual([...permissions]);
    expect(matrix['admin']).toEqual([...permissions]);
    expect(matrix['editor']).toEqual(permissions.filter((permission) => permission !== 'execution:purge'));
    expect(new Set(matrix['operator'])).toEqual(new Set([...viewer, 'execution:start', 'execution:control']));
    expect(new Set(matrix['viewer'])).toEqual(new Set(viewer));
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

  it('are all given to the system', () => {
    for (const permission of permissions) expect(() => assertMay(systemActor('w'), permission)).not.toThrow();
  });

  it('are not given to a role that is unknown', () => {
    expect(roleMay('root' as Role, 'workspace:read')).toBe(false);
  });
});
