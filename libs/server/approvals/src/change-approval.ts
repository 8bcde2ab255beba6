import { AuditTrail, assertMay, roles, type Actor } from '@millrace/server-identity';
import { SqlPool, type SqlClient } from '@millrace/server-platform';
import { Injectable, Optional } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { askOf, type Approval } from './approval';
import { ApprovalStore } from './approval-store';
import { approvalDecided, assigneesInvalid } from './approvals.errors';
import { ApprovalPeople } from './people';
import { isFor } from './person';

const MOST_ASSIGNEES = 50;
const ADDRESS = /^[^\s@:]+@[^\s@:]+\.[^\s@:]+$/;

/** Gives open approvals to other people, and reminds those who have them. */
@Injectable()
export class ChangeApproval {
  constructor(
    private readonly pool: SqlPool,
    private readonly store: ApprovalStore,
    private readonly people: ApprovalPeople,
    /** Absent where nobody signs in. */
    @Optional() private readonly audit?: AuditTrail,
  ) {}

  /**
   * Replaces who may decide; whoever is new is told. For those who may control runs, and for whoever has it now.
   * @throws DomainError `APPROVAL_NOT_FOUND`, `APPROVAL_DECIDED`, `APPROVAL_ASSIGNEES_INVALID`, `FORBIDDEN`
   */
  reassign(actor: Actor, id: string, assignees: readonly string[]): Promise<Approval> {
    return this.#change(actor, id, 'approval.reassigned', async (client, approval) => {
      const people = await this.#normalised(client, actor.workspaceId, assignees);
      await client.query('DELETE FROM approval_link WHERE approval_id = $1 AND NOT person = ANY($2::text[])', [
        id,
        people,
      ]);
      await client.query('UPDATE approval SET assignees = $2, notify_at = clock_timestamp() WHERE id = $1', [
        id,
        people,
      ]);
      return { before: approval.assignees, after: people };
    });
  }

  /** Tells everybody who may decide once more, now. @throws DomainError as `reassign` does */
  remind(actor: Actor, id: string): Promise<Approval> {
    return this.#change(actor, id, 'approval.reminded', async (client) => {
      await client.query('UPDATE approval SET notify_at = clock_timestamp() WHERE id = $1', [id]);
      return {};
    });
  }

  async #change(
    actor: Actor,
    id: string,
    action: string,
    change: (client: SqlClient, approval: Approval) => Promise<Record<string, unknown>>,
  ): Promise<Approval> {
    await this.store.find(actor.workspaceId, id);
    return this.pool.tx(async (client) => {
      const approval = await this.store.lock(client, actor.workspaceId, id);
      const isTheirs =
        approval.assignees.length > 0 && isFor(approval.assignees, await this.people.deciderOf(actor, client));
      if (!isTheirs) assertMay(actor, 'execution:control');
      if (approval.status !== 'open') {
        const { decidedBy } = approval;
        throw approvalDecided(approval, decidedBy && (await this.people.labelOf(actor.workspaceId, decidedBy, client)));
      }
      const details = await change(client, approval);
      const target = { type: 'approval', id, label: askOf(approval).title };
      await this.audit?.record(client, { action, actor, target, details });
      return this.store.find(actor.workspaceId, id, client);
    });
  }

  /** Accepts ids and addresses of members, other addresses, and roles, with or without what they are in front. */
  async #normalised(client: SqlClient, workspaceId: string, given: readonly string[]): Promise<string[]> {
    if (given.length > MOST_ASSIGNEES) throw assigneesInvalid(`Only ${MOST_ASSIGNEES} people and roles can be named.`);
    const people: string[] = [];
    for (const text of given) people.push(await this.#one(client, workspaceId, text));
    return [...new Set(people)];
  }

  async #one(client: SqlClient, workspaceId: string, text: string): Promise<string> {
    const value = text.trim().replace(/^(user|mail|role):/, '');
    if ((roles as readonly string[]).includes(value)) return `role:${value}`;
    if (isUuid(value) && (await this.people.member(workspaceId, value, client))) return `user:${value}`;
    if (ADDRESS.test(value) && value.length <= 254) return `mail:${value.toLowerCase()}`;
    throw assigneesInvalid(`"${text.slice(0, 200)}" is nobody in this workspace.`);
  }
}
