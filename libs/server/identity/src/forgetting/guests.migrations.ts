import { createMigration } from '@millrace/server-platform';

/** Workspaces of guests, and workspaces that are being deleted. */
export const AddGuests = createMigration({
  name: 'AddGuests1764700040000',
  up: [
    `alter table workspace add column is_sandbox boolean not null default false`,
    `create index app_user_guest on app_user (created_at) where is_guest`,
    // No foreign key: it outlives the row of the workspace, until the second look has found nothing.
    `create table workspace_deletion (
      workspace_id uuid primary key,
      requested_by uuid,
      requested_at timestamptz not null default now(),
      next_at timestamptz not null,
      round smallint not null default 1,
      done text[] not null default '{}',
      failures integer not null default 0
    )`,
    `create index workspace_deletion_due on workspace_deletion (next_at)`,
  ],
});
