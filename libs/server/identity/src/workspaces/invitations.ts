import { Injectable } from '@nestjs/common';
import { Config, Mailer, publicUrlOf, SqlPool, type SqlClient } from '@millrace/server-platform';
import { isAtLeast, type Actor } from '../access/actor';
import { AuditTrail } from '../audit/audit-trail';
import { UserStore, type MemberWorkspace, type User } from '../persistence/user-store';
import { InvitationStore, type Invitation, type InvitedRole, type OpenInvitation } from './invitation-store';
import { MembershipStore } from './membership-store';
import { alreadyMember, invitationForAnother, invitationOver, roleTooHigh } from './workspaces.errors';

/** What inviting takes. */
export interface InvitationRequest {
  readonly email: string | null;
  readonly role: InvitedRole;
  readonly days: number;
}

/** What somebody sees who opens the link. */
export interface InvitationPreview {
  readonly workspaceName: string;
  readonly role: InvitedRole;
  readonly invitedBy: string;
  readonly email: string | null;
  readonly expiresAt: Date;
}

/** Invitations by link: single use, for some days, for one role. */
@Injectable()
export class Invitations {
  constructor(
    private readonly pool: SqlPool,
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly invitations: InvitationStore,
    private readonly members: MembershipStore,
    private readonly users: UserStore,
    private readonly audit: AuditTrail,
  ) {}

  /** Those that can still be accepted. */
  list({ workspaceId }: Actor): Promise<Invitation[]> {
    return this.invitations.listOpen(workspaceId);
  }

  /** Makes an invitation and mails it, if there is an address and a mail server; the link is shown once. @throws DomainError `ROLE_TOO_HIGH` */
  async invite(
    actor: Actor,
    request: InvitationRequest,
  ): Promise<{ invitation: Invitation; link: string; isMailed: boolean }> {
    if (!isAtLeast(actor.role, request.role)) throw roleTooHigh(request.role);
    const { workspaceId, userId } = actor;
    const { id, secret } = await this.pool.tx(async (client) => {
      const made = await this.invitations.add(client, { workspaceId, userId, ...request });
      const target = { type: 'invitation', id: made.id, label: request.email ?? undefined };
      const details = { role: request.role, days: request.days };
      await this.audit.record(client, { action: 'invitation.created', actor, target, details });
      return made;
    });
    const [invitation] = await this.invitations.listOpen(workspaceId, id);
    if (!invitation) throw invitationOver();
    const link = `${publicUrlOf(this.config)}/invitations/${secret}`;
    return { invitation, link, isMailed: this.#mail(invitation, link) };
  }

  /** @throws DomainError `INVITATION_NOT_VALID` */
  revoke(actor: Actor, id: string): Promise<Invitation> {
    return this.pool.tx(async (client) => {
      const revoked = await this.invitations.revoke(client, actor.workspaceId, id);
      if (!revoked) throw invitationOver();
      const target = { type: 'invitation', id, label: revoked.email ?? undefined };
      await this.audit.record(client, { action: 'invitation.revoked', actor, target });
      return revoked;
    });
  }

  /** @throws DomainError `INVITATION_NOT_VALID` */
  async preview(secret: string): Promise<InvitationPreview> {
    const found = await this.invitations.findOpen(this.pool, secret);
    if (!found) throw invitationOver();
    const { workspaceName, role, invitedBy, email, expiresAt } = found;
    return { workspaceName, role, invitedBy, email, expiresAt };
  }

  /**
   * Makes somebody a member, in the caller's transaction.
   * @throws DomainError `INVITATION_NOT_VALID`, `INVITATION_FOR_ANOTHER`, `ALREADY_MEMBER`; the invitation stays open then
   */
  async accept(client: SqlClient, user: User, secret: string): Promise<MemberWorkspace> {
    const invitation = await this.invitations.findOpen(client, secret);
    if (!invitation) throw invitationOver();
    const { workspaceId, workspaceName, role, email } = invitation;
    if (email !== null && email !== user.email) throw invitationForAnother();
    if (!(await this.members.add(client, { workspaceId, userId: user.id, role }))) throw alreadyMember();
    await this.invitations.markAccepted(client, invitation.id, user.id);
    await this.#recordAccepted(client, user, invitation);
    return { id: workspaceId, name: workspaceName, role };
  }

  /** The user behind an actor. */
  async userOf({ userId }: Actor): Promise<User> {
    const user = await this.users.find(userId);
    if (!user) throw invitationOver();
    return user;
  }

  #recordAccepted(client: SqlClient, user: User, { id, workspaceId, role }: OpenInvitation): Promise<void> {
    return this.audit.record(client, {
      action: 'member.joined',
      actor: { userId: user.id, workspaceId, via: 'session' },
      target: { type: 'member', id: user.id, label: user.email },
      details: { role, invitationId: id },
    });
  }

  #mail({ email, invitedBy, expiresAt }: Invitation, link: string): boolean {
    if (email === null || !this.mailer.isConfigured) return false;
    this.mailer.send({
      to: email,
      subject: 'You are invited to Millrace',
      text: `${invitedBy} invites you to work together in Millrace.\n\nAccept here, until ${expiresAt.toUTCString()}:\n${link}\n\nIf you do not know what this is about, do nothing.\n`,
    });
    return true;
  }
}
