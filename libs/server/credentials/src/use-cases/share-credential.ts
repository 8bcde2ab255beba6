import { AuditTrail, roles, type Actor, type Role } from '@millrace/server-identity';
import { invalid, SqlPool, type SqlClient } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { credentialForbidden } from '../credentials.errors';
import type { Credential, CredentialShare } from '../model/credential';
import { rightsOn } from '../model/rights';
import { CredentialStore } from '../persistence/credential-store';

const MOST_SHARES = 200;

/** Says who else may choose or change a credential. */
@Injectable()
export class ShareCredential {
  constructor(
    private readonly pool: SqlPool,
    private readonly store: CredentialStore,
    private readonly audit: AuditTrail,
  ) {}

  /** Replaces all shares. @throws DomainError `CREDENTIAL_NOT_FOUND`, `CREDENTIAL_FORBIDDEN`, `CREDENTIAL_SHARE_INVALID` */
  async share(actor: Actor, id: string, shares: readonly CredentialShare[]): Promise<Credential> {
    const unique = new Map(shares.map((share) => [`${share.subjectKind} ${share.subject}`, share]));
    if (unique.size > MOST_SHARES) throw invalid('CREDENTIAL_SHARE_INVALID', `Share with ${MOST_SHARES} at most.`);
    await this.pool.tx(async (client) => {
      const found = await this.store.find(actor.workspaceId, id, client, 'FOR UPDATE');
      if (!rightsOn(actor, found).mayShare) throw credentialForbidden('share', found.name);
      await requireSubjects(client, actor, [...unique.values()]);
      await this.store.share(client, id, [...unique.values()]);
      await this.audit.record(client, {
        ...{ action: 'credential.shared', actor, target: { type: 'credential', id, label: found.name } },
        details: { before: found.shares, after: [...unique.values()] },
      });
    });
    return this.store.find(actor.workspaceId, id);
  }
}

async function requireSubjects(client: SqlClient, actor: Actor, shares: readonly CredentialShare[]): Promise<void> {
  const members = shares.filter(({ subjectKind }) => subjectKind === 'member').map(({ subject }) => subject);
  const strangerTo = shares.find(({ subjectKind, subject }) =>
    subjectKind === 'role' ? !roles.includes(subject as Role) : !isUuid(subject),
  );
  // Index: membership_pkey.
  const { rows } = strangerTo
    ? { rows: [] }
    : await client.query<{ id: string }>(
        'SELECT user_id AS id FROM membership WHERE workspace_id = $1 AND user_id = ANY($2::uuid[])',
        [actor.workspaceId, members],
      );
  if (!strangerTo && rows.length === new Set(members).size) return;
  throw invalid('CREDENTIAL_SHARE_INVALID', 'Share with roles, or with members of this workspace.');
}
