import { createMigration } from '@millrace/server-platform';
import { AddScheduleControl } from './schedule-control.migrations';
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

/** One webhook can be off by itself; a schedule that fails is tried again later; chains of events have an end. */
export class ExtendTriggers1764000050100 implements MigrationInterface {
  readonly name = 'ExtendTriggers1764000050100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EXTEND_TRIGGERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE event_chain;
      DROP INDEX schedule_fire_run, schedule_fire_age;
      ALTER TABLE schedule DROP COLUMN retry_at, DROP COLUMN failures, DROP COLUMN last_error;
      ALTER TABLE webhook DROP COLUMN disabled`);
  }
}

const EXTEND_TRIGGERS = `
  -- Turned off by a person; the path stays taken. Survives publishing.
  ALTER TABLE webhook ADD COLUMN disabled boolean NOT NULL DEFAULT false;

  ALTER TABLE schedule
    -- Not looked at before, because the look before failed; null when all is well. next_run_at stays, so nothing is lost.
    ADD COLUMN retry_at   timestamptz,
    ADD COLUMN failures   integer NOT NULL DEFAULT 0,
    ADD COLUMN last_error text;

  ALTER TABLE schedule_fire DROP CONSTRAINT schedule_fire_outcome_check;
  -- failed: its run could not be started, and never can.
  ALTER TABLE schedule_fire ADD CONSTRAINT schedule_fire_outcome_check
    CHECK (outcome IN ('fired', 'missed', 'overlapped', 'queued', 'failed'));
  -- FireSchedules: whether a run of the schedule has not ended.
  CREATE INDEX schedule_fire_run ON schedule_fire (schedule_id, scheduled_for DESC) WHERE execution_id IS NOT NULL;
  -- ForgetOldTriggers
  CREATE INDEX schedule_fire_age ON schedule_fire (created_at);

  -- How many runs stand before one that an event of another run started. Ends events that run in circles.
  CREATE TABLE event_chain (
    execution_id uuid PRIMARY KEY,
    depth        integer NOT NULL CHECK (depth > 0),
    created_at   timestamptz NOT NULL DEFAULT now()
  );
  -- ForgetOldTriggers
  CREATE INDEX event_chain_age ON event_chain (created_at);
`;

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

const CREATE_CAPTURES = `
  -- Test addresses that take calls just now; each row lives for two minutes.
  CREATE TABLE webhook_listener (
    token_digest bytea PRIMARY KEY,
    workspace_id uuid NOT NULL,
    workflow_id  uuid NOT NULL,
    node_id      text NOT NULL,
    output       text NOT NULL CHECK (output IN ('body', 'request')),
    expires_at   timestamptz NOT NULL
  );
  -- WebhookListeners.listen
  CREATE INDEX webhook_listener_workspace ON webhook_listener (workspace_id, expires_at);

  -- Calls at test addresses, the newest ten of a node.
  CREATE TABLE webhook_capture (
    id           uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    workflow_id  uuid NOT NULL,
    node_id      text NOT NULL,
    method       text NOT NULL,
    path         text NOT NULL,
    value        json NOT NULL,
    request      json NOT NULL,
    -- Of value, as JSON.
    bytes        integer NOT NULL,
    received_at  timestamptz(3) NOT NULL DEFAULT clock_timestamp()
  );
  -- WebhookCaptures.list and keep: ids are in the order of time.
  CREATE INDEX webhook_capture_node ON webhook_capture (workflow_id, node_id, id);
  -- ForgetOldTriggers
  CREATE INDEX webhook_capture_age ON webhook_capture (received_at);
`;

const CreateWebhookCapture = createMigration({ name: 'CreateWebhookCapture1764100050000', up: CREATE_CAPTURES });

const KEEP_WEBHOOK_KEYS = `
  ALTER TABLE webhook DROP CONSTRAINT webhook_auth_check;
  ALTER TABLE webhook ADD CONSTRAINT webhook_auth_check
    CHECK (auth IN ('token', 'basic', 'hmac', 'none', 'stripe', 'github', 'slack', 'standard-webhooks', 'service'));
  ALTER TABLE webhook
    -- Whose secret the sender signs with, when the sender chose it.
    ADD COLUMN credential_id uuid,
    -- That secret, encrypted with a key that is not in the database; null until a worker has read it.
    ADD COLUMN sealed_key    bytea,
    -- Which key it is encrypted with.
    ADD COLUMN sealed_with   text,
    ADD COLUMN sealed_at     timestamptz,
    -- What came of it, and of telling the service where to call: see WebhookUpkeepState.
    ADD COLUMN upkeep        json;
  -- KeepWebhooks: whose secret has changed.
  CREATE INDEX webhook_credential ON webhook (credential_id) WHERE live AND credential_id IS NOT NULL;
`;

const KeepWebhookKeys = createMigration({ name: 'KeepWebhookKeys1764200050000', up: KEEP_WEBHOOK_KEYS });

const POLLED_TRIGGERS = `
  -- Triggers whose service does not call: they are looked after again and again, by one worker at a time.
  CREATE TABLE polled_trigger (
    id           uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    workflow_id  uuid NOT NULL,
    node_id      text NOT NULL,
    version_id   uuid NOT NULL,
    -- Type, config and accounts of the node: what the cursor counts for.
    source       text NOT NULL,
    -- Up to where things were looked at; null before the first look.
    cursor       json,
    next_poll_at timestamptz NOT NULL DEFAULT now(),
    -- Who looks just now, and until when nobody else does.
    lease_id     uuid,
    lease_until  timestamptz,
    -- Looks that failed since the last one that did not.
    failures     integer NOT NULL DEFAULT 0,
    last_error   text,
    live         boolean NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT polled_trigger_node UNIQUE (workflow_id, node_id)
  );
  -- PollTriggers.claim
  CREATE INDEX polled_trigger_due ON polled_trigger (next_poll_at) WHERE live;
`;

const CreatePolledTrigger = createMigration({ name: 'CreatePolledTrigger1764200050100', up: POLLED_TRIGGERS });

/** In the order in which they run. */
export const triggersMigrations = [
  CreateTriggers1764000050000,
  ExtendTriggers1764000050100,
  CreateWebhookCapture,
  KeepWebhookKeys,
  CreatePolledTrigger,
  AddScheduleControl,
];
