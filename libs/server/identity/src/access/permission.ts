import { forbidden } from '@millrace/server-platform';
import type { Actor, Role } from './actor';

const matrix = {
  'workspace:read': ['owner', 'admin', 'editor', 'operator', 'viewer'],
  'workflow:read': ['owner', 'admin', 'editor', 'operator', 'viewer'],
  'workflow:write': ['owner', 'admin', 'editor'],
  'workflow:publish': ['owner', 'admin', 'editor'],
  'execution:read': ['owner', 'admin', 'editor', 'operator', 'viewer'],
  'execution:start': ['owner', 'admin', 'editor', 'operator'],
  'execution:control': ['owner', 'admin', 'editor', 'operator'],
  'execution:purge': ['owner', 'admin'],
} as const satisfies Record<string, readonly Role[]>;

/** One thing that a role may or may not do. */
export type Permission = keyof typeof matrix;

/** Every permission there is. */
export const permissions = Object.keys(matrix) as readonly Permission[];

/** Whether a role has a permission. */
export function roleMay(role: Role, permission: Permission): boolean {
  return (matrix[permission] as readonly Role[]).includes(role);
}

/** @throws DomainError `FORBIDDEN` when the actor's role lacks the permission */
export function assertMay(actor: Actor, permission: Permission): void {
  if (roleMay(actor.role, permission)) return;
  throw forbidden(`Your role "${actor.role}" lacks the permission "${permission}" in this workspace.`, 'FORBIDDEN', {
    permission,
  });
}
