import { actorMay, type Actor } from '@millrace/server-identity';
import type { Credential, Holder, RightsOnCredential } from './credential';

/** Those who created it, and owners and admins, may everything; others what it is shared for, within their role. */
export function rightsOn(
  actor: Pick<Actor, 'role' | 'scopes'> & Holder,
  credential: Pick<Credential, 'createdBy' | 'shares'>,
): RightsOnCredential {
  const isMaster = actor.role === 'owner' || actor.role === 'admin' || credential.createdBy === actor.userId;
  const shares = credential.shares.filter(
    ({ subjectKind, subject }) => subject === (subjectKind === 'role' ? actor.role : actor.userId),
  );
  const isShared = (right: string): boolean => shares.some((share) => share.right === right);
  return {
    mayUse: actorMay(actor, 'credential:use') && (isMaster || shares.length > 0),
    mayEdit: actorMay(actor, 'credential:write') && (isMaster || isShared('edit')),
    mayShare: actorMay(actor, 'credential:share') && isMaster,
  };
}
