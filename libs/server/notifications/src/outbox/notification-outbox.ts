import {
  Announcements,
  Bell,
  Logger,
  newId,
  SqlPool,
  type Announcement,
  type AnnouncementSink,
  type SqlClient,
} from '@millrace/server-platform';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { isAskedFor } from '../notification-types';

/** Bell channel that says that there is something to tell. */
export const NOTIFICATION_CHANNEL = 'millrace_notification';
/** Bell channel that says that endpoints have changed. */
export const ENDPOINT_CHANNEL = 'millrace_endpoint';
/** How long an endpoint may go unnoticed by a process whose bell was cut. Milliseconds. */
const RELOAD_MS = 30_000;

/** JSON travels as lines of one text: it never holds a raw line break. */
const WRITE = `
  with told as (
    insert into notification (id, workspace_id, type, workflow_id, subject_id, data)
    select n.id, n.workspace_id, n.type, n.workflow_id, n.subject_id, n.data::json
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], string_to_array($6, E'\\n'))
        as n(id, workspace_id, type, workflow_id, subject_id, data)
    returning 1
  ) select count(*), pg_notify('${NOTIFICATION_CHANNEL}', '') from told`;

/**
 * Keeps what endpoints are to be told, in the transaction in which it happens. Which workspaces want to be told what is known
 * in memory, so that the others pay nothing.
 */
@Injectable()
export class NotificationOutbox implements AnnouncementSink, OnApplicationBootstrap, OnModuleDestroy {
  #wanted: ReadonlyMap<string, readonly string[]> = new Map();
  #stops: (() => void)[] = [];

  constructor(
    private readonly pool: SqlPool,
    private readonly bell: Bell,
    private readonly logger: Logger,
    private readonly announcements: Announcements,
  ) {}

  /** Listens from now on. */
  async onApplicationBootstrap(): Promise<void> {
    const reload = (): void => {
      this.load().catch((error: unknown) => this.logger.warn({ error }, 'endpoints cannot be read just now'));
    };
    const timer = setInterval(reload, RELOAD_MS).unref();
    this.#stops = [
      this.bell.on(ENDPOINT_CHANNEL, reload),
      this.bell.onReconnect(reload),
      this.announcements.connect(this),
      () => clearInterval(timer),
    ];
    await this.bell.listening(ENDPOINT_CHANNEL);
    await this.load();
  }

  onModuleDestroy(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  /** Whether any workspace has an endpoint that is switched on. */
  get isIdle(): boolean {
    return this.#wanted.size === 0;
  }

  isWanted(workspaceId: string, type: string): boolean {
    const choices = this.#wanted.get(workspaceId);
    return choices !== undefined && isAskedFor(type, choices);
  }

  async write(client: SqlClient, announcements: readonly Announcement[]): Promise<void> {
    await client.query(WRITE, [
      announcements.map(() => newId()),
      announcements.map(({ workspaceId }) => workspaceId),
      announcements.map(({ type }) => type),
      announcements.map(({ workflowId }) => workflowId),
      announcements.map(({ subjectId }) => subjectId),
      announcements.map(({ data }) => JSON.stringify(data ?? {})).join('\n'),
    ]);
  }

  /** Reads what is wanted. */
  async load(): Promise<void> {
    const { rows } = await this.pool.query<{ workspaceId: string; events: string[] }>(
      `select e.workspace_id as "workspaceId", array_agg(distinct event.name) as events
         from notification_endpoint e, unnest(e.events) as event(name) where e.enabled group by e.workspace_id`,
    );
    this.#wanted = new Map(rows.map(({ workspaceId, events }) => [workspaceId, events]));
  }
}
