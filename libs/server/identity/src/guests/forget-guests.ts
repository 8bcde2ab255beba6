import { Injectable } from '@nestjs/common';
import { Config, SqlPool } from '@millrace/server-platform';
import { WorkspaceDeletions } from '../forgetting/workspace-deletions';
import { guestsConfig } from './guests.config';

const EVERY_MS = 3_600_000;
const AT_ONCE = 100;

/** Index: app_user_guest. A session is used at least every quarter of an hour while somebody is there. */
const IDLE = `
  select w.id as "workspaceId", w.name from app_user u
    join membership m on m.user_id = u.id join workspace w on w.id = m.workspace_id
   where u.is_guest and w.is_sandbox and u.created_at < now() - $1 * interval '1 day'
     and not exists (select 1 from session s where s.user_id = u.id and s.last_used_at > now() - $1 * interval '1 day')
   order by u.created_at limit ${AT_ONCE} for update of u skip locked`;

/** Deletes the workspaces of guests who do not come back. Also where guests were switched off meanwhile. */
@Injectable()
export class ForgetGuests {
  #nextMs = 0;

  constructor(
    private readonly pool: SqlPool,
    private readonly config: Config,
    private readonly deletions: WorkspaceDeletions,
  ) {}

  /** At most once an hour; does nothing in between. */
  async runSometimes(): Promise<void> {
    if (performance.now() < this.#nextMs) return;
    this.#nextMs = performance.now() + EVERY_MS;
    for (let count = AT_ONCE; count === AT_ONCE;) count = await this.run();
  }

  /** Begins the deletion of up to a hundred workspaces. How many there were. */
  run(): Promise<number> {
    const days = this.config.of(guestsConfig).MILLRACE_GUEST_DAYS;
    return this.pool.tx(async (client) => {
      const { rows } = await client.query<{ workspaceId: string; name: string }>(IDLE, [days]);
      for (const row of rows) await this.deletions.begin(client, { ...row, actor: null });
      return rows.length;
    });
  }
}
