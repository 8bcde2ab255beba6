import type { MemberRowFragment, Role } from '@millrace/web-api/graphql';
import { isRoleAtLeast, ROLES } from '../../sign-in/role-words';

/** Who looks at the members. */
export interface Looker {
  readonly userId: string | undefined;
  readonly role: string | undefined;
  readonly mayManage: boolean;
}

/** Why somebody's role cannot be changed, or they cannot be removed; null when they can. */
export function whyProtected(
  member: MemberRowFragment,
  members: readonly MemberRowFragment[],
  looker: Looker,
): string | null {
  if (!looker.mayManage) return 'Owners and admins manage members.';
  if (!isRoleAtLeast(looker.role, member.role)) return 'Only an owner can change an owner.';
  const isLastOwner = member.role === 'OWNER' && members.filter(({ role }) => role === 'OWNER').length < 2;
  if (isLastOwner) return 'A workspace always has an owner: transfer ownership first.';
  if (member.userId === looker.userId) return 'This is you. Another admin can change your role.';
  return null;
}

/** Roles that somebody may give: up to the own one. */
export function givableRoles(role: string | undefined): readonly Role[] {
  return ROLES.filter((known) => isRoleAtLeast(role, known.role)).map((known) => known.role);
}
