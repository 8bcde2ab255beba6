import { conflict, forbidden, notFound, type DomainError } from '@millrace/server-platform';
import type { Role } from '../access/actor';

/** 404: nobody with this id belongs to the workspace. */
export function memberNotFound(): DomainError {
  return notFound('MEMBER_NOT_FOUND', 'There is no such member in this workspace.');
}

/** 404: the person is not a member of it, or it does not exist. */
export function workspaceNotFound(): DomainError {
  return notFound('WORKSPACE_NOT_FOUND', 'You belong to no workspace with this id.');
}

/** 409: the workspace would be without an owner. */
export function lastOwner(): DomainError {
  return conflict('LAST_OWNER', 'A workspace always has an owner. Transfer ownership to somebody else first.');
}

/** 403: somebody acts on a role above the own one. */
export function roleTooHigh(role: Role): DomainError {
  return forbidden(`Only somebody who is ${role} themselves may do this with the role "${role}".`, 'ROLE_TOO_HIGH');
}

/** 404: unknown, used, revoked or too old; which of these is nobody's business. */
export function invitationOver(): DomainError {
  return notFound(
    'INVITATION_NOT_VALID',
    'This invitation does not exist, was used already, or is too old. Ask for a new one.',
  );
}

/** 409: the invitation was sent to another address. */
export function invitationForAnother(): DomainError {
  return conflict(
    'INVITATION_FOR_ANOTHER',
    'This invitation is for another e-mail address. Sign in with the account that has it.',
  );
}

/** 409: nothing to join. */
export function alreadyMember(): DomainError {
  return conflict('ALREADY_MEMBER', 'You belong to this workspace already.');
}
