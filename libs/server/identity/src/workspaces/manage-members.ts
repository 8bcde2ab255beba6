import { Injectable } from '@nestjs/common';
import { forbidden, SqlPool, type SqlClient } from '@millrace/server-platform';
import { isAtLeast, type Actor, type Role } from '../access/actor';
import { AuditTrail } from '../audit/audit-trail';
import { AccessChanges } from '../sessions/access-changes';
import { ApiTokenStore } from '../tokens/api-token-store';
import { MembershipStore, type Member } from './membership-store';
import { lastOwner, memberNotFound, roleTooHigh } from './workspaces.errors';

/** Roles and membership. Nobody gives or takes a role above the own one, and an owner always remains. */
@Injectable()
export class ManageMembers {
  constructor(
    private readonly pool: SqlPool,
    private readonly members: MembershipStore,
    private readonly apiTokens: ApiTokenStore,
    private readonly changes: AccessChanges,
    private readonly audit: AuditTrail,
  ) {}

  /** Everybody in the workspace. */
  list({ workspaceId }: Actor): Promise<Member[]> {
    return this.members.list(workspaceId);
  }

  /** @throws DomainError `MEMBER_NOT_FOUND`, `ROLE_TOO_HIGH`, `LAST_OWNER` */
  changeRole(actor: Actor, userId: string, role: Role): Promise<Member> {
    return this.#withMember(actor, userId, async (client, member) => {
      requireReach(actor, member.role);
      requireReach(actor, role);
      if (member.role === role) return member;
      if (member.role === 'owner') await this.#requireAnotherOwner(client, actor);
      await this.#setRole(client, actor, { member, role });
      return { ...member, role };
    });
  }

  /** @throws DomainError `MEMBER_NOT_FOUND`, `ROLE_TOO_HIGH`, `LAST_OWNER` */
  remove(actor: Actor, userId: string): Promise<Member> {
    return this.#withMember(actor, userId, async (client, member) => {
      requireReach(actor, member.role);
      return this.#end(client, actor, { member, action: 'member.removed' });
    });
  }

  /** @throws DomainError `LAST_OWNER` */
  leave(actor: Actor): Promise<Member> {
    return this.#withMember(actor, actor.userId, (client, member) =>
      this.#end(client, actor, { member, action: 'member.left' }),
    );
  }

  /** The other becomes owner, the one who asks admin. @throws DomainError `MEMBER_NOT_FOUND` */
  transferOwnership(actor: Actor, userId: string): Promise<Member> {
    return this.#withMember(actor, userId, async (client, member) => {
      const self = await this.members.find(client, actor.workspaceId, actor.userId);
      if (!self || self.role !== 'owner') throw roleTooHigh('owner');
      if (member.userId === self.userId) return member;
      if (member.role !== 'owner') await this.#setRole(client, actor, { member, role: 'owner' });
      await this.#setRole(client, actor, { member: self, role: 'admin' });
      await this.#record(client, actor, { action: 'workspace.ownershipTransferred', member });
      return { ...member, role: 'owner' };
    });
  }

  /** The role of the one who asks is read again under the lock: it may have changed since the request began. */
  #withMember<T>(actor: Actor, userId: string, act: (client: SqlClient, member: Member) => Promise<T>): Promise<T> {
    return this.pool.tx(async (client) => {
      await this.members.lock(client, actor.workspaceId);
      const self = await this.members.find(client, actor.workspaceId, actor.userId);
      if (self?.role !== actor.role) throw forbidden('Your role in this workspace has changed. Try again.');
      const member = await this.members.find(client, actor.workspaceId, userId);
      if (!member) throw memberNotFound();
      return act(client, member);
    });
  }

  async #requireAnotherOwner(client: SqlClient, { workspaceId }: Actor): Promise<void> {
    if ((await this.members.countOwners(client, workspaceId)) < 2) throw lastOwner();
  }

  async #setRole(client: SqlClient, actor: Actor, { member, role }: { member: Member; role: Role }): Promise<void> {
    const place = { workspaceId: actor.workspaceId, userId: member.userId };
    await this.members.setRole(client, { ...place, role });
    await this.apiTokens.revokeBeyond(client, { ...place, role });
    await this.changes.tell(client, place);
    const details = { from: member.role, to: role };
    await this.#record(client, actor, { action: 'member.roleChanged', member, details });
  }

  async #end(client: SqlClient, actor: Actor, { member, action }: { member: Member; action: string }): Promise<Member> {
    if (member.role === 'owner') await this.#requireAnotherOwner(client, actor);
    const place = { workspaceId: actor.workspaceId, userId: member.userId };
    await this.members.remove(client, place.workspaceId, place.userId);
    await this.apiTokens.revokeBeyond(client, { ...place, role: null });
    await this.changes.tell(client, place);
    await this.#record(client, actor, { action, member, details: { role: member.role } });
    return member;
  }

  #record(
    client: SqlClient,
    actor: Actor,
    { action, member, details }: { action: string; member: Member; details?: Record<string, unknown> },
  ): Promise<void> {
    const target = { type: 'member', id: member.userId, label: member.email };
    return this.audit.record(client, { action, actor, target, ...(details ? { details } : {}) });
  }
}

/** @throws DomainError `ROLE_TOO_HIGH` */
function requireReach(actor: Actor, role: Role): void {
  if (!isAtLeast(actor.role, role)) throw roleTooHigh(role);
}
