import { Injectable } from '@nestjs/common';
import { SqlPool, unauthenticated } from '@millrace/server-platform';
import type { Actor } from '../access/actor';
import { AuditTrail } from '../audit/audit-trail';
import type { User } from '../persistence/user-store';

/** Changes what others see of a person. */
@Injectable()
export class UpdateProfile {
  constructor(
    private readonly pool: SqlPool,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `UNAUTHENTICATED` when the account is gone */
  rename(actor: Actor, name: string): Promise<User> {
    return this.pool.tx(async (client) => {
      const { rows } = await client.query<User>(
        'update app_user set name = $2 where id = $1 returning id, email, name, created_at as "createdAt"',
        [actor.userId, name],
      );
      const [user] = rows;
      if (!user) throw unauthenticated();
      const target = { type: 'user', id: user.id, label: user.email };
      await this.audit.recordForAccount(client, user.id, { action: 'user.renamed', actor, target });
      return user;
    });
  }
}
