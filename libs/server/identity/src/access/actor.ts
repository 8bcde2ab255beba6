import type { Permission } from './permission';

/** What a member may be in a workspace, from most to least. */
export type Role = 'owner' | 'admin' | 'editor' | 'operator' | 'viewer';

/** Every role, from most to least. */
export const roles: readonly Role[] = ['owner', 'admin', 'editor', 'operator', 'viewer'];

/** Whether a role is as much as another, or more. */
export function isAtLeast(role: Role, other: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(other);
}

/** Who is asking, in which workspace, and what for. Handed to every use case. */
export interface Actor {
  readonly userId: string;
  readonly workspaceId: string;
  readonly role: Role;
  readonly via: 'session' | 'token' | 'system';
  /** What an API token or a guest is limited to; everything that the role may when absent. */
  readonly scopes?: readonly Permission[];
  /** The API token that is used, if it is one. */
  readonly apiTokenId?: string;
  /** The sign-in behind it, if it is one. */
  readonly sessionId?: string;
}

/** The user id of work that nobody asked for: triggers, schedules, recovery. */
export const SYSTEM_USER_ID = '00000000-0000-0000-0000-000000000000';

/** The product itself, inside one workspace. */
export function systemActor(workspaceId: string): Actor {
  return { userId: SYSTEM_USER_ID, workspaceId, role: 'owner', via: 'system' };
}
