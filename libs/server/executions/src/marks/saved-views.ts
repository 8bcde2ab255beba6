import type { Actor } from '@millrace/server-identity';
import { SqlPool, conflict, limitExceeded, newId, notFound } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { isUuid } from '../log/is-uuid';

/** Filters of the list of runs under a name, of one person. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** Query part of an address, such as `status=failed&period=day`; only the client reads it. */
  readonly query: string;
}

/** What to keep; without an id it is a new view. */
export interface SavedViewInput {
  readonly id?: string | undefined;
  readonly name: string;
  readonly query: string;
}

/** Views that one person may keep in one workspace. */
export const MOST_VIEWS = 50;

/** Views of the list of runs that people keep for themselves. */
@Injectable()
export class SavedViews {
  constructor(private readonly pool: SqlPool) {}

  /** By name. */
  async list(actor: Actor): Promise<SavedView[]> {
    // Index: saved_run_view_name.
    const { rows } = await this.pool.query<SavedView>(
      'SELECT id, name, query FROM saved_run_view WHERE workspace_id = $1 AND user_id = $2 ORDER BY lower(name)',
      [actor.workspaceId, actor.userId],
    );
    return rows;
  }

  /** @throws DomainError `VIEW_NOT_FOUND`, `VIEW_NAME_TAKEN`, `TOO_MANY_VIEWS` */
  async save(actor: Actor, { id, name, query }: SavedViewInput): Promise<SavedView> {
    const others = (await this.list(actor)).filter((view) => view.id !== id);
    if (others.some((view) => view.name.toLowerCase() === name.toLowerCase())) throw nameTaken(name);
    if (id !== undefined) return this.change(actor, { id, name, query });
    if (others.length >= MOST_VIEWS) {
      throw limitExceeded('TOO_MANY_VIEWS', `You have ${MOST_VIEWS} views. Delete one before you save another.`);
    }
    const { rows } = await this.pool.query<SavedView>(
      `INSERT INTO saved_run_view (id, workspace_id, user_id, name, query) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (workspace_id, user_id, lower(name)) DO NOTHING RETURNING id, name, query`,
      [newId(), actor.workspaceId, actor.userId, name, query],
    );
    if (rows[0] === undefined) throw nameTaken(name);
    return rows[0];
  }

  /** @throws DomainError `VIEW_NOT_FOUND` */
  async delete(actor: Actor, id: string): Promise<void> {
    const { rowCount } = await this.pool.query(
      'DELETE FROM saved_run_view WHERE id = $1 AND workspace_id = $2 AND user_id = $3',
      [isUuid(id) ? id : null, actor.workspaceId, actor.userId],
    );
    if (rowCount === 0) throw viewNotFound(id);
  }

  private async change(actor: Actor, { id, name, query }: SavedView): Promise<SavedView> {
    const { rows } = await this.pool.query<SavedView>(
      `UPDATE saved_run_view SET name = $4, query = $5 WHERE id = $1 AND workspace_id = $2 AND user_id = $3
       RETURNING id, name, query`,
      [isUuid(id) ? id : null, actor.workspaceId, actor.userId, name, query],
    );
    if (rows[0] === undefined) throw viewNotFound(id);
    return rows[0];
  }
}

function viewNotFound(id: string): Error {
  return notFound('VIEW_NOT_FOUND', `There is no saved view ${id} of yours. It may have been deleted.`);
}

function nameTaken(name: string): Error {
  return conflict('VIEW_NAME_TAKEN', `You have a view “${name}” already. Choose another name.`);
}
