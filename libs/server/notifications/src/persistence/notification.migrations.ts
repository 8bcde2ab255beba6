import { createMigration } from '@millrace/server-platform';

const ENDPOINTS = `
  create table notification_endpoint (
    id                uuid primary key,
    workspace_id      uuid not null,
    url               text not null check (char_length(url) between 1 and 2000),
    description       text not null default '' check (char_length(description) <= 200),
    -- Types of events; a name, or a thing with all that happens to it, such as execution.*
    events            text[] not null check (cardinality(events) > 0),
    -- Only of these workflows, and of workflows with one of these tags; empty for all.
    workflow_ids      uuid[] not null default '{}',
    tags              text[] not null default '{}',
    enabled           boolean not null default true,
    disabled_because  text check (disabled_because in ('person', 'failing', 'gone')),
    disabled_at       timestamptz,
    -- Since when every try failed; null after one that did not.
    failing_since     timestamptz,
    -- The signing key follows from the key of the instance and this number; the one before is good for a while.
    secret_generation integer not null default 1,
    secret_issued_at  timestamptz not null default now(),
    created_by        uuid not null,
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    constraint notification_endpoint_disabled check (enabled = (disabled_because is null))
  );
  create index notification_endpoint_workspace on notification_endpoint (workspace_id, created_at);
`;

const OUTBOX = `
  -- What is to be told, written with what it tells of; id is what receivers know it by.
  create table notification (
    id           uuid primary key,
    workspace_id uuid not null,
    type         text not null,
    workflow_id  uuid,
    subject_id   text not null,
    data         json not null,
    at           timestamptz not null default clock_timestamp(),
    -- What is sent, letter for letter; null until it is known who gets it.
    body         text
  );
  create index notification_unspread on notification (id) where body is null;
  create index notification_age on notification (at);
  create index notification_workspace on notification (workspace_id);
`;

const DELIVERIES = `
  create table notification_delivery (
    id              uuid primary key,
    notification_id uuid not null references notification (id) on delete cascade,
    endpoint_id     uuid not null references notification_endpoint (id) on delete cascade,
    workspace_id    uuid not null,
    type            text not null,
    status          text not null default 'waiting' check (status in ('waiting', 'delivered', 'dead', 'discarded')),
    -- Tries of this round; a replay begins a new one.
    attempts        integer not null default 0,
    -- The next try, or while one is under way the time at which it is given up.
    due_at          timestamptz,
    last_status     integer,
    last_error      text,
    created_at      timestamptz not null default clock_timestamp(),
    finished_at     timestamptz,
    constraint notification_delivery_once unique (notification_id, endpoint_id),
    constraint notification_delivery_due check ((status = 'waiting') = (due_at is not null))
  );
  create index notification_delivery_due on notification_delivery (endpoint_id, due_at) where status = 'waiting';
  create index notification_delivery_dead on notification_delivery (workspace_id, id) where status = 'dead';
  create index notification_delivery_workspace on notification_delivery (workspace_id, id);
  create index notification_delivery_endpoint on notification_delivery (endpoint_id, id);

  create table notification_attempt (
    delivery_id uuid not null references notification_delivery (id) on delete cascade,
    at          timestamptz not null default clock_timestamp(),
    number      integer not null,
    duration_ms integer not null,
    status      integer,
    error       text,
    -- How the answer began.
    response    text
  );
  create index notification_attempt_delivery on notification_attempt (delivery_id, at);
`;

/** Endpoints elsewhere, what they are to be told, and how telling went. */
export const notificationsMigrations = [
  createMigration({ name: 'CreateNotifications1764800070000', up: `${ENDPOINTS}${OUTBOX}${DELIVERIES}` }),
];
