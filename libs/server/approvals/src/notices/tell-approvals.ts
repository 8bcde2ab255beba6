import {
  Announcements,
  Config,
  Mailer,
  publicUrlOf,
  SqlPool,
  type Mail,
  type SqlClient,
} from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { announcementOf } from '../announcement';
import { APPROVAL_COLUMNS, askOf, type Approval } from '../approval';
import { ApprovalStore } from '../approval-store';
import { counted } from '../decide/tally';
import { ApprovalPeople, type Recipient } from '../people';
import { approvalMail, type NoticeKind } from './approval-mail';
import { digestOf, newLinkToken } from './link-tokens';

/** Approvals that one look takes. */
const AT_ONCE = 20;
/** How long a link is good when the approval waits for ever. */
const LINK_DAYS = 90;

interface DueApproval extends Approval {
  readonly notifiedAt: Date | null;
  readonly now: Date;
  readonly workflowName: string | null;
}

/** Indexes: approval_notify, workflow_pkey. */
const DUE = `
  SELECT ${APPROVAL_COLUMNS}, a.notified_at AS "notifiedAt", clock_timestamp() AS now, w.name AS "workflowName"
  FROM approval a LEFT JOIN workflow w ON w.id = a.workflow_id
  WHERE a.notify_at <= clock_timestamp() ORDER BY a.notify_at LIMIT ${AT_ONCE} FOR UPDATE OF a SKIP LOCKED`;

/** Tells people of approvals that wait for them: when they open, again and again, and others when it takes too long. */
@Injectable()
export class TellApprovals {
  readonly #publicUrl: string;

  constructor(
    private readonly pool: SqlPool,
    private readonly store: ApprovalStore,
    private readonly people: ApprovalPeople,
    private readonly mailer: Mailer,
    private readonly announcements: Announcements,
    config: Config,
  ) {
    this.#publicUrl = publicUrlOf(config);
  }

  /**
   * Tells of everything that is due; answers for how many approvals. What is due is decided and written first, then mailed: a
   * crash between the two costs a mail, and never sends one twice.
   */
  async look(): Promise<number> {
    let told = 0;
    for (let count = AT_ONCE; count === AT_ONCE; told += count) {
      const mails: Mail[] = [];
      count = await this.pool.tx(async (client) => {
        const { rows } = await client.query<DueApproval>(DUE);
        for (const approval of rows) mails.push(...(await this.#tell(client, approval)));
        return rows.length;
      });
      for (const mail of mails) this.mailer.send(mail);
    }
    return told;
  }

  async #tell(client: SqlClient, approval: DueApproval): Promise<Mail[]> {
    const { escalateAt, escalatedAt, notifiedAt, now } = approval;
    const isEscalation = escalateAt !== null && escalatedAt === null && escalateAt <= now;
    const assignees = isEscalation ? withEscalation(approval) : approval.assignees;
    await client.query(
      `UPDATE approval SET assignees = $2, escalated_at = coalesce(escalated_at, $3), notified_at = $4, notify_at = $5 WHERE id = $1`,
      [approval.id, assignees, isEscalation ? now : null, now, nextNotice(approval, isEscalation)],
    );
    if (notifiedAt === null) await this.announcements.make(client, [announcementOf('approval.opened', approval)]);
    if (!this.mailer.isConfigured) return [];
    const kind: NoticeKind = isEscalation ? 'escalated' : notifiedAt === null ? 'opened' : 'reminder';
    const told = isEscalation ? askOf(approval).escalateTo : assignees;
    const mails: Mail[] = [];
    for (const recipient of await this.#undecided(client, approval, told)) {
      mails.push(await this.#mail(client, approval, { kind, recipient }));
    }
    return mails;
  }

  async #undecided(client: SqlClient, approval: Approval, assignees: readonly string[]): Promise<Recipient[]> {
    const recipients = await this.people.recipients(approval.workspaceId, assignees);
    const votes = (await this.store.votes([approval.id], client)).get(approval.id) ?? [];
    const decided = counted(votes, approval).map(({ person }) => person);
    return recipients.filter(({ person }) => !decided.includes(person));
  }

  async #mail(
    client: SqlClient,
    approval: DueApproval,
    { kind, recipient }: { kind: NoticeKind; recipient: Recipient },
  ): Promise<Mail> {
    const page = `${this.#publicUrl}/approvals/${approval.id}`;
    const told = { kind, recipient, workflow: approval.workflowName, page };
    if (askOf(approval).linkNeedsSignIn) return approvalMail(approval, { ...told, link: null });
    const token = newLinkToken();
    await client.query(
      `INSERT INTO approval_link (digest, approval_id, person, expires_at)
       VALUES ($1, $2, $3, coalesce($4, clock_timestamp() + make_interval(days => ${LINK_DAYS})))`,
      [digestOf(token), approval.id, recipient.person, approval.expiresAt],
    );
    return approvalMail(approval, { ...told, link: `${this.#publicUrl}/answer/${token}` });
  }
}

/** Those who could decide before still can. */
function withEscalation(approval: Approval): string[] {
  const before = approval.assignees.length === 0 ? ['role:operator'] : approval.assignees;
  return [...new Set([...before, ...askOf(approval).escalateTo])];
}

function nextNotice(
  { prompt, nodeKey, escalateAt, escalatedAt, now }: DueApproval,
  isEscalation: boolean,
): Date | null {
  const { remindEveryMs } = askOf({ prompt, nodeKey });
  const escalation = escalateAt !== null && escalatedAt === null && !isEscalation ? escalateAt.getTime() : Infinity;
  const next = Math.min(escalation, remindEveryMs === null ? Infinity : now.getTime() + remindEveryMs);
  return next === Infinity ? null : new Date(next);
}
