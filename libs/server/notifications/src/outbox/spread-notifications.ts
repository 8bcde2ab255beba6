import { Config, newId, publicUrlOf, SqlPool, type SqlClient } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { ENDPOINT_COLUMNS, wants, type Endpoint } from '../endpoints/endpoint';
import { TEST_TYPE } from '../notification-types';
import { bodyOf, type StoredNotification, type ToldExecution, type ToldWorkflow } from './notification-body';

const AT_ONCE = 100;

interface Around {
  readonly endpoints: readonly Endpoint[];
  readonly workspaces: ReadonlyMap<string, string>;
  readonly workflows: ReadonlyMap<string, ToldWorkflow>;
  readonly executions: ReadonlyMap<string, ToldExecution>;
}

/** Makes one delivery for each endpoint that wants to know what happened, and forgets what nobody wants to know. */
@Injectable()
export class SpreadNotifications {
  private readonly publicUrl: string;

  constructor(
    private readonly pool: SqlPool,
    config: Config,
  ) {
    this.publicUrl = publicUrlOf(config);
  }

  /** Answers how many it looked at; call again when it is `AT_ONCE`. Any number of processes may do it at once. */
  async some(): Promise<{ readonly looked: number; readonly mayBeMore: boolean }> {
    const looked = await this.pool.tx(async (client) => {
      // Index: notification_unspread.
      const { rows } = await client.query<StoredNotification>(
        `select id, workspace_id as "workspaceId", type, workflow_id as "workflowId", subject_id as "subjectId", data, at
           from notification where body is null order by id limit ${AT_ONCE} for update skip locked`,
      );
      if (rows.length > 0) await this.spread(client, rows);
      return rows.length;
    });
    return { looked, mayBeMore: looked === AT_ONCE };
  }

  private async spread(client: SqlClient, notifications: readonly StoredNotification[]): Promise<void> {
    const around = await this.around(client, notifications);
    const deliveries = notifications.flatMap((notification) =>
      endpointsFor(notification, around).map((endpoint) => ({ notification, endpointId: endpoint.id })),
    );
    const told = new Set(deliveries.map(({ notification }) => notification));
    await this.write(client, [...told], around);
    await client.query('delete from notification where id = any($1::uuid[])', [
      notifications.filter((notification) => !told.has(notification)).map(({ id }) => id),
    ]);
    await client.query(
      `insert into notification_delivery (id, notification_id, endpoint_id, workspace_id, type, due_at)
       select d.id, d.notification_id, d.endpoint_id, d.workspace_id, d.type, clock_timestamp()
         from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[])
           as d(id, notification_id, endpoint_id, workspace_id, type)
       on conflict (notification_id, endpoint_id) do nothing`,
      [
        deliveries.map(() => newId()),
        deliveries.map(({ notification }) => notification.id),
        deliveries.map(({ endpointId }) => endpointId),
        deliveries.map(({ notification }) => notification.workspaceId),
        deliveries.map(({ notification }) => notification.type),
      ],
    );
  }

  private async write(client: SqlClient, told: readonly StoredNotification[], around: Around): Promise<void> {
    const bodies = told.map((notification) =>
      bodyOf(notification, {
        workspaceName: around.workspaces.get(notification.workspaceId) ?? '',
        workflow: around.workflows.get(notification.workflowId ?? '') ?? null,
        execution: around.executions.get(notification.subjectId) ?? null,
        publicUrl: this.publicUrl,
      }),
    );
    await client.query(
      `update notification n set body = told.body
         from unnest($1::uuid[], string_to_array($2, E'\\n')) as told(id, body) where n.id = told.id`,
      [told.map(({ id }) => id), bodies.join('\n')],
    );
  }

  /** Everything that these need to be told, with one query for each kind of thing. */
  private async around(client: SqlClient, notifications: readonly StoredNotification[]): Promise<Around> {
    const workspaceIds = [...new Set(notifications.map(({ workspaceId }) => workspaceId))];
    const endpoints = await client.query<Endpoint>(
      `select ${ENDPOINT_COLUMNS} from notification_endpoint where enabled and workspace_id = any($1::uuid[]) for share`,
      [workspaceIds],
    );
    const workspaces = await client.query<{ id: string; name: string }>(
      'select id, name from workspace where id = any($1::uuid[])',
      [workspaceIds],
    );
    const workflows = await client.query<ToldWorkflow>(
      'select id, name, tags from workflow where id = any($1::uuid[])',
      [notifications.flatMap(({ workflowId }) => workflowId ?? [])],
    );
    const runs = notifications.filter(({ type }) => type.startsWith('execution.'));
    // Index: execution_pkey.
    const executions = await client.query<ToldExecution>(
      `select id, instance_id as "instanceId", mode, version_id as "versionId", created_at as "createdAt",
         started_at as "startedAt", finished_at as "finishedAt", error from execution where id = any($1::uuid[])`,
      [runs.map(({ subjectId }) => subjectId)],
    );
    return {
      endpoints: endpoints.rows,
      workspaces: new Map(workspaces.rows.map(({ id, name }) => [id, name])),
      workflows: new Map(workflows.rows.map((workflow) => [workflow.id, workflow])),
      executions: new Map(executions.rows.map((execution) => [execution.id, execution])),
    };
  }
}

/** A test goes to the endpoint that it tests, whatever that asks for. */
function endpointsFor(
  notification: StoredNotification,
  { endpoints, workflows, executions }: Around,
): readonly Endpoint[] {
  const { type, workspaceId, workflowId, subjectId } = notification;
  const own = endpoints.filter((endpoint) => endpoint.workspaceId === workspaceId);
  if (type === TEST_TYPE) return own.filter(({ id }) => id === subjectId);
  // Tests touch nothing outside.
  if (executions.get(subjectId)?.mode === 'test') return [];
  const workflowTags = workflows.get(workflowId ?? '')?.tags ?? [];
  return own.filter((endpoint) => wants(endpoint, { type, workflowId, workflowTags }));
}
