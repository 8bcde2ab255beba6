import { forbidden } from '@millrace/server-platform';
import type { Actor, Role } from './actor';

const everybody = ['owner', 'admin', 'editor', 'operator', 'viewer'] as const;
const admins = ['owner', 'admin'] as const;

const matrix = {
  'workspace:read': everybody,
  'workspace:manage': admins,
  'workspace:own': ['owner'],
  'workflow:read': everybody,
  'workflow:write': ['owner', 'admin', 'editor'],
  'workflow:publish': ['owner', 'admin', 'editor'],
  'execution:read': everybody,
  'execution:start': ['owner', 'admin', 'editor', 'operator'],
  'execution:control': ['owner', 'admin', 'editor', 'operator'],
  'execution:purge': admins,
  'credential:read': everybody,
  'credential:use': ['owner', 'admin', 'editor'],
  'credential:write': ['owner', 'admin', 'editor'],
  'credential:share': ['owner', 'admin', 'editor'],
  'member:read': everybody,
  'member:manage': admins,
  'token:manage': admins,
  'audit:read': admins,
  'account:manage': everybody,
} as const satisfies Record<string, readonly Role[]>;

/** One thing that a role may or may not do. */
export type Permission = keyof typeof matrix;

/** Every permission there is. */
export const permissions = Object.keys(matrix) as readonly Permission[];

/** What only people may do who signed in themselves: accounts, members, tokens. No API token ever has these. */
export const personalPermissions: readonly Permission[] = [
  'account:manage',
  'workspace:manage',
  'workspace:own',
  'member:manage',
  'token:manage',
];

/** What an API token may be made for. */
export const tokenPermissions: readonly Permission[] = permissions.filter(
  (permission) => !personalPermissions.includes(permission),
);

/** What guests may do in their own workspace: nothing with accounts, members, tokens or real credentials. */
export const guestPermissions: readonly Permission[] = [
  'workspace:read',
  'workflow:read',
  'workflow:write',
  'workflow:publish',
  'execution:read',
  'execution:start',
  'execution:control',
  'execution:purge',
  'credential:read',
  'member:read',
];

/** Whether a role has a permission. */
export function roleMay(role: Role, permission: Permission): boolean {
  return (matrix[permission] as readonly Role[]).includes(role);
}

/** Whether an actor may do a thing: its role may, and nothing that it came with takes that away. */
export function actorMay({ role, scopes }: Pick<Actor, 'role' | 'scopes'>, permission: Permission): boolean {
  return roleMay(role, permission) && (scopes === undefined || scopes.includes(permission));
}

/** @throws DomainError `FORBIDDEN` when the actor's role, or its token, lacks the permission */
export function assertMay(actor: Actor, permission: Permission): void {
  if (actorMay(actor, permission)) return;
  const lacking = roleMay(actor.role, permission)
    ? actor.apiTokenId === undefined
      ? 'A guest'
      : 'This API token'
    : `Your role "${actor.role}"`;
  throw forbidden(`${lacking} lacks the permission "${permission}" in this workspace.`, 'FORBIDDEN', { permission });
}
