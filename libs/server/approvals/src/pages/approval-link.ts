import { WakeWaiting } from '@millrace/server-executions';
import { SqlPool, type SqlClient } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import type { Approval } from '../approval';
import { ApprovalStore } from '../approval-store';
import { linkNotValid } from '../approvals.errors';
import { DecideApproval, type ApprovalAnswer } from '../decide/decide-approval';
import { digestOf } from '../notices/link-tokens';
import { ApprovalPeople } from '../people';
import { isFor, memberDecider, partsOf, strangerDecider, type Decider } from '../person';

/** What a link leads to. */
export interface OpenedLink {
  readonly approval: Approval;
  readonly decider: Decider;
  /** How records call whoever decided; null while it is open. */
  readonly decidedBy: string | null;
}

interface LinkRow {
  readonly approvalId: string;
  readonly workspaceId: string;
  readonly person: string;
}

/** Longer is no token of ours. */
const LONGEST_TOKEN = 100;

/** Index: approval_link_pkey. */
const FIND = `
  SELECT l.approval_id AS "approvalId", a.workspace_id AS "workspaceId", l.person
  FROM approval_link l JOIN approval a ON a.id = l.approval_id
  WHERE l.digest = $1 AND (l.expires_at > clock_timestamp() OR a.status <> 'open')`;

/** Links in mails: each lets one person decide one approval, for as long as they are asked. */
@Injectable()
export class ApprovalLink {
  constructor(
    private readonly pool: SqlPool,
    private readonly store: ApprovalStore,
    private readonly people: ApprovalPeople,
    private readonly waiting: WakeWaiting,
    private readonly decisions: DecideApproval,
  ) {}

  /** Changes nothing: whoever scans mails may look. @throws DomainError `APPROVAL_LINK_NOT_VALID` */
  async open(token: string): Promise<OpenedLink> {
    const { approvalId, workspaceId, person } = await this.#find(token);
    const approval = await this.store.find(workspaceId, approvalId);
    const decider = await this.#decider(this.pool, workspaceId, person);
    // Given to somebody else meanwhile, or the member left.
    if (!decider || (approval.status === 'open' && !isFor(approval.assignees, decider))) throw linkNotValid();
    const decidedBy = approval.decidedBy && (await this.people.labelOf(workspaceId, approval.decidedBy));
    return { approval, decider, decidedBy };
  }

  /** @throws DomainError `APPROVAL_LINK_NOT_VALID`, and as `DecideApproval.decide` */
  async decide(token: string, answer: ApprovalAnswer): Promise<Approval> {
    const { approval } = await this.open(token);
    const { id, workspaceId, executionId } = approval;
    await this.pool.tx(async (client) => {
      const run = await this.waiting.lock(client, executionId, workspaceId);
      const { person } = await this.#find(token, client);
      const decider = await this.#decider(client, workspaceId, person);
      if (!decider) throw linkNotValid();
      await this.decisions.decideWithin(client, { run, id, decider }, answer);
    });
    return this.store.find(workspaceId, id);
  }

  async #find(token: string, client: SqlClient = this.pool): Promise<LinkRow> {
    const { rows } = token.length > LONGEST_TOKEN ? { rows: [] } : await client.query<LinkRow>(FIND, [digestOf(token)]);
    if (!rows[0]) throw linkNotValid();
    return rows[0];
  }

  async #decider(client: SqlClient, workspaceId: string, person: string): Promise<Decider | null> {
    const { kind, value } = partsOf(person);
    if (kind !== 'user') return strangerDecider(value, 'link');
    const member = await this.people.member(workspaceId, value, client);
    return member && memberDecider(member, 'link');
  }
}
