import { Injectable } from '@nestjs/common';
import { SqlPool, type SqlClient } from '@millrace/server-platform';
import { hashOfSecret, newSecret } from '../sessions/secrets';

/** What a link in a mail is for: a new password, or showing that mail arrives. */
export type AccountLinkKind = 'reset' | 'verify';

/** A link that was used. */
export interface UsedLink {
  readonly userId: string;
  /** Address that the link was made for. */
  readonly email: string;
  /** Whether it was sent to that address, rather than shown to an operator. */
  readonly isMailed: boolean;
}

const lifetime: Record<AccountLinkKind, string> = { reset: '1 hour', verify: '3 days' };

/** Links in mails. Their secrets are known by their hashes only; each works once, and a newer one ends the older ones. */
@Injectable()
export class AccountLinkStore {
  constructor(private readonly pool: SqlPool) {}

  /** The secret of a new link, known here and never again. */
  async add(
    client: SqlClient,
    link: { kind: AccountLinkKind; userId: string; email: string; isMailed: boolean },
  ): Promise<string> {
    const secret = newSecret();
    await this.end(client, link.userId, link.kind);
    await client.query(
      `insert into account_link (token_hash, kind, user_id, email, is_mailed, expires_at)
       values ($1, $2, $3, $4, $5, now() + $6::interval)`,
      [hashOfSecret(secret), link.kind, link.userId, link.email, link.isMailed, lifetime[link.kind]],
    );
    return secret;
  }

  /** Uses a link up. Null when it is unknown, used, too old, or of an account that has another address by now. */
  async use(client: SqlClient, kind: AccountLinkKind, secret: string): Promise<UsedLink | null> {
    const { rows } = await client.query<UsedLink>(
      `update account_link l set used_at = now() from app_user u
        where l.token_hash = $1 and l.kind = $2 and l.used_at is null and l.expires_at > now()
          and u.id = l.user_id and u.email = l.email
        returning l.user_id as "userId", l.email, l.is_mailed as "isMailed"`,
      [hashOfSecret(secret), kind],
    );
    return rows[0] ?? null;
  }

  /** Ends the links of a person that were not used. */
  async end(client: SqlClient, userId: string, kind: AccountLinkKind): Promise<void> {
    await client.query('update account_link set used_at = now() where user_id = $1 and kind = $2 and used_at is null', [
      userId,
      kind,
    ]);
  }

  /** Deletes links that ended more than a week ago. */
  async forgetOld(): Promise<void> {
    await this.pool.query(`delete from account_link where expires_at < now() - interval '7 days'`);
  }
}
