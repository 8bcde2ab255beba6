/** What a member may be in a workspace, from most to least. */
export type Role = 'owner' | 'admin' | 'editor' | 'operator' | 'viewer';

/** Who is asking, in which workspace, and what for. Handed to every use case. */
export interface Actor {
  readonly userId: string;
  readonly workspaceId: string;
  readonly role: Role;
  readonly via: 'session' | 'token' | 'system';
}

/** The user id of work that nobody asked for: triggers, schedules, recovery. */
export const SYSTEM_USER_ID = '00000000-0000-0000-0000-000000000000';

/** The product itself, inside one workspace. */
export function systemActor(workspaceId: string): Actor {
  return { userId: SYSTEM_USER_ID, workspaceId, role: 'owner', via: 'system' };
}
