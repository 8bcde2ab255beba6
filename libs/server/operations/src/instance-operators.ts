import type { Actor } from '@millrace/server-identity';
import { Config, SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { operationsConfig } from './operations.config';

/** Who looks after the instance as a whole: those whom the settings name, or whoever made the first account. */
@Injectable()
export class InstanceOperators {
  private readonly emails: readonly string[];

  constructor(
    private readonly pool: SqlPool,
    config: Config,
  ) {
    this.emails = config.of(operationsConfig).MILLRACE_OPERATORS.map((email) => email.toLowerCase());
  }

  /** API tokens and guests never are: they are limited to one workspace. */
  async has({ userId, apiTokenId, scopes }: Actor): Promise<boolean> {
    if (apiTokenId !== undefined || scopes !== undefined) return false;
    const { rows } = await this.pool.query<{ is: boolean }>(
      `select case when cardinality($2::text[]) > 0 then u.email = any($2) and u.email_verified_at is not null
                else u.id = (select id from app_user where not is_guest order by created_at, id limit 1) end as is
         from app_user u where u.id = $1::uuid`,
      [userId, this.emails],
    );
    return rows[0]?.is ?? false;
  }
}
