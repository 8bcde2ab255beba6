import { createMigration } from '@millrace/server-platform';

const RETENTION = `
  -- How long finished runs of a workspace are kept whose workflow says nothing; null for what the instance says.
  create table workspace_retention (
    workspace_id uuid primary key,
    days         integer check (days between 1 and 3650),
    runs         integer check (runs between 1 and 10000000),
    bytes        bigint check (bytes between 1000000 and 10000000000000),
    updated_by   uuid not null,
    updated_at   timestamptz not null default now()
  );

  -- What finished runs take, of workflows that are limited by it: measured once for each run, and only where it matters.
  create table run_size (
    execution_id uuid primary key,
    workspace_id uuid not null,
    workflow_id  uuid,
    bytes        bigint not null
  );
  create index run_size_by_workflow on run_size (workspace_id, workflow_id, execution_id);
`;

const WORKERS = `
  -- Processes that perform runs. A row that was not seen lately is of one that died.
  create table worker_process (
    id         uuid primary key,
    host       text not null,
    pid        integer not null,
    version    text not null,
    started_at timestamptz not null default clock_timestamp(),
    seen_at    timestamptz not null default clock_timestamp()
  );
`;

/** How long runs are kept, what they take, and who performs them. */
export const operationsMigrations = [
  createMigration({ name: 'CreateOperations1764800071000', up: `${RETENTION}${WORKERS}` }),
];
