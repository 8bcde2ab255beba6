import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What starts runs from outside: webhooks, schedules and what they fired, subscriptions to events. */
export class CreateTriggers1764000050000 implements MigrationInterface {
  readonly name = 'CreateTriggers1764000050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_WEBHOOK);
    await runner.query(CREATE_SCHEDULE);
    await runner.query(CREATE_SUBSCRIPTION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE event_subscription, schedule_fire, schedule, webhook');
  }
}

const CREATE_WEBHOOK = `
  -- A row outlives its node: the secret and the address come back when the node does.
  CREATE TABLE webhook (
    id            uuid PRIMARY KEY,
    workspace_id  uuid NOT NULL,
    workflow_id   uuid NOT NULL,
    node_id       text NOT NULL,
    version_id    uuid NOT NULL,
    path          text NOT NULL CHECK (char_length(path) BETWEEN 1 AND 200),
    methods       text[] NOT NULL,
    auth          text NOT NULL CHECK (auth IN ('token', 'basic', 'hmac', 'none')),
    -- Signature scheme, way of answering, shape of the trigger value: see WebhookSettings.
    settings      json NOT NULL,
    -- SHA-256 of the token or password. Signing keys are derived and never stored.
    secret_digest bytea,
    -- Counts issued secrets; 0 while there is none.
    secret_generation integer NOT NULL DEFAULT 0,
    -- Whether the node is in the live version of an enabled workflow.
    live          boolean NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT webhook_node UNIQUE (workflow_id, node_id)
  );
  -- WebhookRegistry.byPath. A path belongs to one live webhook; a sleeping one may be taken over.
  CREATE UNIQUE INDEX webhook_live_path ON webhook (path) WHERE live;
`;

const CREATE_SCHEDULE = `
  CREATE TABLE schedule (
    id           uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    workflow_id  uuid NOT NULL,
    node_id      text NOT NULL,
    version_id   uuid NOT NULL,
    spec         json NOT NULL,
    misfire      json NOT NULL,
    overlap      text NOT NULL CHECK (overlap IN ('allow', 'skip', 'queue-one')),
    -- Null when it never comes due again, and while it is not live.
    next_run_at  timestamptz,
    live         boolean NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT schedule_node UNIQUE (workflow_id, node_id)
  );
  -- FireSchedules.due
  CREATE INDEX schedule_due ON schedule (next_run_at) WHERE live AND next_run_at IS NOT NULL;

  -- One row per instant: this is what makes a schedule fire at most once for it, however many processes look.
  CREATE TABLE schedule_fire (
    schedule_id   uuid NOT NULL REFERENCES schedule (id) ON DELETE CASCADE,
    scheduled_for timestamptz NOT NULL,
    outcome       text NOT NULL CHECK (outcome IN ('fired', 'missed', 'overlapped', 'queued')),
    execution_id  uuid,
    created_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (schedule_id, scheduled_for)
  );
  -- FireSchedules.startQueued
  CREATE INDEX schedule_fire_queued ON schedule_fire (schedule_id) WHERE outcome = 'queued';
`;

const CREATE_SUBSCRIPTION = `
  CREATE TABLE event_subscription (
    id           uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    workflow_id  uuid NOT NULL,
    node_id      text NOT NULL,
    version_id   uuid NOT NULL,
    event_name   text NOT NULL CHECK (char_length(event_name) BETWEEN 1 AND 200),
    -- CEL over \`event\`; every event of the name passes when null.
    filter       text,
    live         boolean NOT NULL,
    CONSTRAINT event_subscription_node UNIQUE (workflow_id, node_id)
  );
  -- DeliverEvents
  CREATE INDEX event_subscription_by_name ON event_subscription (workspace_id, event_name) WHERE live;
`;

/** In the order in which they run. */
export const triggersMigrations = [CreateTriggers1764000050000];
