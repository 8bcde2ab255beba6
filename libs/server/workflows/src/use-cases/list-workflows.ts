import type { Actor } from '@millrace/server-identity';
import { cursorOf, pageSizeOf, Transactions } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { WorkflowEntity } from '../persistence/workflow.entity';
import { cursorParts } from '../rules/cursor-parts';

/** What a list is ordered by. */
export type WorkflowSort = 'updated' | 'created' | 'name';
/** Never published; published and firing; published and not firing; in the bin. */
export type WorkflowStatus = 'draft' | 'enabled' | 'disabled' | 'deleted';

/** Which workflows, and in which order. */
export interface WorkflowListRequest {
  /** 1 to 100; 20 when absent. */
  readonly first?: number | null;
  /** Cursor of the last one of the page before. */
  readonly after?: string | null;
  /** Part of the name, in any case. */
  readonly search?: string | null;
  /** All of these tags. */
  readonly tags?: readonly string[] | null;
  /** Everything that is not in the bin when absent. */
  readonly status?: WorkflowStatus | null;
  /** `updated` when absent. */
  readonly sort?: WorkflowSort | null;
  /** Newest first for times and A to Z for names when absent. */
  readonly direction?: 'asc' | 'desc' | null;
}

/** A workflow without its draft, and where it stands in the list. */
export interface ListedWorkflow {
  readonly workflow: WorkflowEntity;
  readonly cursor: string;
}

/** Part of a list. */
export interface WorkflowPage {
  readonly items: readonly ListedWorkflow[];
  readonly hasNextPage: boolean;
}

/** A tag, and how many workflows that are not in the bin carry it. */
export interface TagCount {
  readonly tag: string;
  readonly workflowCount: number;
}

/** Tags that one workspace is shown at most. */
const MOST_TAGS = 200;

interface Order {
  /** SQL; each has an index behind workspace_id. */
  readonly column: string;
  readonly direction: 'asc' | 'desc';
  readonly kind: 'time' | 'text';
}

const ORDERS: Readonly<Record<WorkflowSort, Order>> = {
  updated: { column: 'workflow.updated_at', direction: 'desc', kind: 'time' },
  created: { column: 'workflow.created_at', direction: 'desc', kind: 'time' },
  name: { column: 'lower(workflow.name)', direction: 'asc', kind: 'text' },
};

const STATUS_SQL: Readonly<Record<WorkflowStatus, string>> = {
  draft: 'workflow.deleted_at IS NULL AND workflow.published_version_id IS NULL',
  enabled: 'workflow.deleted_at IS NULL AND workflow.enabled',
  disabled: 'workflow.deleted_at IS NULL AND workflow.published_version_id IS NOT NULL AND NOT workflow.enabled',
  deleted: 'workflow.deleted_at IS NOT NULL',
};

/** The workflows of a workspace, page by page. */
@Injectable()
export class ListWorkflows {
  constructor(private readonly transactions: Transactions) {}

  /** Indexes: workflow_by_updated, workflow_by_created, workflow_by_name. @throws DomainError `INVALID_CURSOR`, `INVALID_PAGE_SIZE` */
  async list(actor: Actor, request: WorkflowListRequest = {}): Promise<WorkflowPage> {
    const size = pageSizeOf(request.first);
    const order = orderOf(request);
    const query = this.filtered(actor, request)
      .addSelect(`(${order.column})::text`, 'sort_key')
      .orderBy(order.column, order.direction === 'asc' ? 'ASC' : 'DESC')
      .addOrderBy('workflow.id', order.direction === 'asc' ? 'ASC' : 'DESC')
      .limit(size + 1);
    if (request.after) startAfter(query, order, request.after);
    const { entities, raw } = await query.getRawAndEntities<{ sort_key: string }>();
    const items = entities.slice(0, size).map((workflow, index) => ({
      workflow,
      cursor: cursorOf([order.column, raw[index]?.sort_key ?? '', workflow.id]),
    }));
    return { items, hasNextPage: entities.length > size };
  }

  /** How many there are on all pages together. Indexes: as for `list`. */
  count(actor: Actor, request: WorkflowListRequest = {}): Promise<number> {
    return this.filtered(actor, request).getCount();
  }

  /** The tags of the workspace, most used first. Index: workflow_by_updated. */
  tags(actor: Actor): Promise<TagCount[]> {
    return this.transactions.entities.query<TagCount[]>(
      `SELECT tag, count(*)::int AS "workflowCount" FROM workflow, unnest(tags) AS tag
       WHERE workspace_id = $1 AND deleted_at IS NULL GROUP BY tag ORDER BY count(*) DESC, tag LIMIT $2`,
      [actor.workspaceId, MOST_TAGS],
    );
  }

  private filtered(actor: Actor, { search, tags, status }: WorkflowListRequest): SelectQueryBuilder<WorkflowEntity> {
    const query = this.transactions.entities
      .createQueryBuilder(WorkflowEntity, 'workflow')
      .where('workflow.workspace_id = :workspaceId', { workspaceId: actor.workspaceId })
      .andWhere(status ? STATUS_SQL[status] : 'workflow.deleted_at IS NULL');
    if (search) query.andWhere('workflow.name ILIKE :pattern', { pattern: `%${escapeLike(search)}%` });
    if (tags && tags.length > 0) query.andWhere('workflow.tags @> :tags', { tags: tags.map(withoutNul) });
    return query;
  }
}

function orderOf({ sort, direction }: WorkflowListRequest): Order {
  const order = ORDERS[sort ?? 'updated'];
  return { ...order, direction: direction ?? order.direction };
}

function startAfter(query: SelectQueryBuilder<WorkflowEntity>, order: Order, cursor: string): void {
  const { column, direction, kind } = order;
  const comparison = direction === 'asc' ? '>' : '<';
  const type = kind === 'time' ? 'timestamptz' : 'text';
  query.andWhere(
    `(${column}, workflow.id) ${comparison} (CAST(:value AS ${type}), CAST(:id AS uuid))`,
    cursorParts(cursor, column, kind),
  );
}

function escapeLike(text: string): string {
  return withoutNul(text).replace(/[\\%_]/g, '\\$&');
}

/** Postgres knows no NUL, so nothing holds one. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}
