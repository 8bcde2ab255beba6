import { AuditTrail, type Actor } from '@millrace/server-identity';
import { newId, SqlPool, type SqlClient } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { NotificationKeys } from '../notification-keys';
import { TEST_TYPE } from '../notification-types';
import { endpointDisabled, endpointNotFound, MOST_ENDPOINTS, tooManyEndpoints } from '../notifications.errors';
import { ENDPOINT_CHANNEL, NotificationOutbox } from '../outbox/notification-outbox';
import { ENDPOINT_COLUMNS, type Endpoint } from './endpoint';
import { readEndpointInput, type EndpointInput } from './endpoint-input';

/** An endpoint with its secret, which is shown this once. */
export interface IssuedEndpoint {
  readonly endpoint: Endpoint;
  readonly secret: string;
}

/** Endpoints of a workspace: made, changed, switched on and off, tested. */
@Injectable()
export class ManageEndpoints {
  constructor(
    private readonly pool: SqlPool,
    private readonly keys: NotificationKeys,
    private readonly outbox: NotificationOutbox,
    private readonly audit: AuditTrail,
  ) {}

  /** The oldest first. */
  async list({ workspaceId }: Actor): Promise<readonly Endpoint[]> {
    // Index: notification_endpoint_workspace.
    const { rows } = await this.pool.query<Endpoint>(
      `select ${ENDPOINT_COLUMNS} from notification_endpoint where workspace_id = $1 order by created_at, id`,
      [workspaceId],
    );
    return rows;
  }

  /** @throws DomainError `URL_INVALID`, `EVENT_UNKNOWN`, `FILTER_INVALID`, `TOO_MANY_ENDPOINTS` */
  async create(actor: Actor, input: EndpointInput): Promise<IssuedEndpoint> {
    const { url, description, events, workflowIds, tags } = readEndpointInput(input);
    const endpoint = await this.changing(async (client) => {
      // Two who add at once wait for each other.
      await client.query('select pg_advisory_xact_lock(hashtext($1))', [`notification_endpoint ${actor.workspaceId}`]);
      const { rows: all } = await client.query('select 1 from notification_endpoint where workspace_id = $1 limit $2', [
        actor.workspaceId,
        MOST_ENDPOINTS,
      ]);
      if (all.length >= MOST_ENDPOINTS) throw tooManyEndpoints();
      const { rows } = await client.query<Endpoint>(
        `insert into notification_endpoint (id, workspace_id, url, description, events, workflow_ids, tags, created_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${ENDPOINT_COLUMNS}`,
        [newId(), actor.workspaceId, url, description, events, workflowIds, tags, actor.userId],
      );
      return this.recorded(client, actor, 'notificationEndpoint.created', rows[0]);
    });
    return this.issued(endpoint);
  }

  /** @throws DomainError `ENDPOINT_NOT_FOUND` and those of `create` */
  change(actor: Actor, id: string, input: EndpointInput): Promise<Endpoint> {
    const { url, description, events, workflowIds, tags } = readEndpointInput(input);
    const set = 'url = $3, description = $4, events = $5, workflow_ids = $6, tags = $7';
    const values = [url, description, events, workflowIds, tags];
    return this.update({ actor, id, set, values, action: 'notificationEndpoint.changed' });
  }

  /** Switched on, it is told what waited meanwhile. @throws DomainError `ENDPOINT_NOT_FOUND` */
  setEnabled(actor: Actor, id: string, isEnabled: boolean): Promise<Endpoint> {
    const set = isEnabled
      ? 'enabled = true, disabled_because = null, disabled_at = null, failing_since = null'
      : `enabled = false, disabled_because = coalesce(disabled_because, 'person'), disabled_at = coalesce(disabled_at, now())`;
    const action = isEnabled ? 'notificationEndpoint.enabled' : 'notificationEndpoint.disabled';
    return this.update({ actor, id, set, values: [], action });
  }

  /** The secret before is good for another day. @throws DomainError `ENDPOINT_NOT_FOUND` */
  async rotate(actor: Actor, id: string): Promise<IssuedEndpoint> {
    const set = 'secret_generation = secret_generation + 1, secret_issued_at = now()';
    const action = 'notificationEndpoint.secretIssued';
    return this.issued(await this.update({ actor, id, set, values: [], action }));
  }

  /** With everything that it was told and was to be told. @throws DomainError `ENDPOINT_NOT_FOUND` */
  async delete(actor: Actor, id: string): Promise<void> {
    await this.changing(async (client) => {
      const { rows } = await client.query<Endpoint>(
        `delete from notification_endpoint where id = $1 and workspace_id = $2 returning ${ENDPOINT_COLUMNS}`,
        [uuidOf(id), actor.workspaceId],
      );
      return this.recorded(client, actor, 'notificationEndpoint.deleted', rows[0]);
    });
  }

  /** Sends an event that says that it is a test. @throws DomainError `ENDPOINT_NOT_FOUND`, `ENDPOINT_DISABLED` */
  async test(actor: Actor, id: string): Promise<void> {
    const { rows } = await this.pool.query<{ enabled: boolean }>(
      'select enabled from notification_endpoint where id = $1 and workspace_id = $2',
      [uuidOf(id), actor.workspaceId],
    );
    if (!rows[0]) throw endpointNotFound();
    if (!rows[0].enabled) throw endpointDisabled();
    const data = { message: 'This is a test. If you can read it, and its signature is right, the webhook works.' };
    const { workspaceId } = actor;
    await this.outbox.write(this.pool, [{ workspaceId, type: TEST_TYPE, workflowId: null, subjectId: id, data }]);
  }

  private update(request: {
    readonly actor: Actor;
    readonly id: string;
    readonly set: string;
    readonly values: readonly unknown[];
    readonly action: string;
  }): Promise<Endpoint> {
    const { actor, id, set, values, action } = request;
    return this.changing(async (client) => {
      const { rows } = await client.query<Endpoint>(
        `update notification_endpoint set ${set}, updated_at = now() where id = $1 and workspace_id = $2
         returning ${ENDPOINT_COLUMNS}`,
        [uuidOf(id), actor.workspaceId, ...values],
      );
      return this.recorded(client, actor, action, rows[0]);
    });
  }

  private async recorded(
    client: SqlClient,
    actor: Actor,
    action: string,
    endpoint: Endpoint | undefined,
  ): Promise<Endpoint> {
    if (!endpoint) throw endpointNotFound();
    // Addresses may hold a secret, hosts do not.
    const target = { type: 'notificationEndpoint', id: endpoint.id, label: new URL(endpoint.url).host };
    await this.audit.record(client, { action, actor, target, details: { events: endpoint.events } });
    return endpoint;
  }

  /** A change that every process hears of, this one at once. */
  private async changing<T>(change: (client: SqlClient) => Promise<T>): Promise<T> {
    const result = await this.pool.tx(async (client) => {
      const changed = await change(client);
      await client.query('select pg_notify($1, $2)', [ENDPOINT_CHANNEL, '']);
      return changed;
    });
    await this.outbox.load();
    return result;
  }

  private issued(endpoint: Endpoint): IssuedEndpoint {
    return { endpoint, secret: this.keys.secret(endpoint.id, endpoint.secretGeneration) };
  }
}

function uuidOf(id: string): string | null {
  return isUuid(id) ? id : null;
}
