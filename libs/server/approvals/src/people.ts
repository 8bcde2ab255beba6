import { isAtLeast, MembershipStore, SYSTEM_USER_ID, type Actor, type Member } from '@millrace/server-identity';
import { SqlPool, type SqlClient } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { memberDecider, partsOf, type Decider } from './person';

/** Whom a notice goes to. */
export interface Recipient {
  readonly person: string;
  readonly email: string;
  readonly name: string;
}

/** People of a workspace, as approvals see them. */
@Injectable()
export class ApprovalPeople {
  constructor(
    private readonly pool: SqlPool,
    private readonly members: MembershipStore,
  ) {}

  /** Whoever asks. The product itself may decide what is given to nobody. */
  async deciderOf(actor: Actor, client: SqlClient = this.pool): Promise<Decider> {
    const via = actor.via === 'token' ? 'api' : 'app';
    const member = await this.members.find(client, actor.workspaceId, actor.userId);
    // The role of the request counts: that of the table may have changed since it was let in.
    if (member) return memberDecider({ ...member, role: actor.role }, via, actor.scopes);
    const isSystem = actor.via === 'system' || actor.userId === SYSTEM_USER_ID;
    const person = `user:${actor.userId}`;
    return { person, keys: [person], userId: actor.userId, label: actor.userId, mayControl: isSystem, via };
  }

  /** The sender of an event that came before its gate waited; null when they are gone. */
  async senderOf(workspaceId: string, userId: string, client: SqlClient): Promise<Decider | null> {
    const member = await this.members.find(client, workspaceId, userId);
    return member && memberDecider(member, 'api');
  }

  /** Who a member is; null for everybody else. */
  member(workspaceId: string, userId: string, client: SqlClient = this.pool): Promise<Member | null> {
    return this.members.find(client, workspaceId, userId);
  }

  /** How records call somebody: their address, or what is left of it. */
  async labelOf(workspaceId: string, person: string, client: SqlClient = this.pool): Promise<string> {
    const { kind, value } = partsOf(person);
    if (kind !== 'user') return value;
    return (await this.members.find(client, workspaceId, value))?.email ?? value;
  }

  /** Everybody who is meant by the assignees, each once: members for roles, and addresses without an account. */
  async recipients(workspaceId: string, assignees: readonly string[]): Promise<Recipient[]> {
    const members = await this.members.list(workspaceId);
    const found = new Map<string, Recipient>();
    const add = (recipient: Recipient): unknown => found.set(recipient.email.toLowerCase(), recipient);
    for (const assignee of assignees) {
      const meant = members.filter((member) => isMeant(member, assignee));
      for (const { userId, email, name } of meant) add({ person: `user:${userId}`, email, name });
      const { kind, value } = partsOf(assignee);
      if (meant.length === 0 && kind === 'mail') add({ person: `mail:${value}`, email: value, name: value });
    }
    return [...found.values()];
  }
}

function isMeant({ userId, email, role }: Member, assignee: string): boolean {
  const { kind, value } = partsOf(assignee);
  if (kind === 'user') return value === userId;
  if (kind === 'mail') return value === email.toLowerCase();
  return isAtLeast(role, value as Member['role']);
}
