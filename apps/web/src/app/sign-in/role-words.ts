import type { Role } from '@millrace/web-api/graphql';

/** What each role is called, and what it may do, from most to least. */
export const ROLES: readonly { readonly role: Role; readonly name: string; readonly may: string }[] = [
  { role: 'OWNER', name: 'Owner', may: 'Everything, also giving the workspace to somebody else.' },
  { role: 'ADMIN', name: 'Admin', may: 'Manages members, tokens and settings, and reads the audit log.' },
  { role: 'EDITOR', name: 'Editor', may: 'Builds and publishes workflows, and uses accounts at services.' },
  { role: 'OPERATOR', name: 'Operator', may: 'Starts, stops and repeats runs. Changes no workflow.' },
  { role: 'VIEWER', name: 'Viewer', may: 'Sees workflows and runs. Changes and starts nothing.' },
];

/** The name of a role. */
export function roleName(role: string | null | undefined): string {
  return ROLES.find((known) => known.role === role)?.name ?? '';
}

/** What a role may do, in a sentence. */
export function roleMay(role: string | null | undefined): string {
  return ROLES.find((known) => known.role === role)?.may ?? '';
}

/** Whether a role is as much as another, or more. */
export function isRoleAtLeast(role: string | null | undefined, other: string): boolean {
  const rank = (name: string | null | undefined): number => ROLES.findIndex((known) => known.role === name);
  return rank(role) !== -1 && rank(role) <= rank(other);
}
