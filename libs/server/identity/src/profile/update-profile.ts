import { Injectable } from '@nestjs/common';
import { SqlPool, unauthenticated } from '@millrace/server-platform';
import type { Actor } from '../access/actor';
import { AuditTrail } from '../audit/audit-trail';
import { UserStore, type User } from '../persistence/user-store';

/** Changes what others see of a person. */
@Injectable()
export class UpdateProfile {
  constructor(
    private readonly pool: SqlPool,
    private readonly users: UserStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `UNAUTHENTICATED` when the account is gone */
  rename(actor: Actor, name: string): Promise<User> {
    return this.pool.tx(async (client) => {
      const user = await this.users.setName(client, actor.userId, name);
      if (!user) throw unauthenticated();
      const target = { type: 'user', id: user.id, label: user.email };
      await this.audit.recordForAccount(client, user.id, { action: 'user.renamed', actor, target });
      return user;
    });
  }
}
