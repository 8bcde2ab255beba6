import { createMigration } from '@millrace/server-platform';

/** The log of who did what. Rows are added, never changed: the table itself refuses. */
export const CreateAudit = createMigration({
  name: 'CreateAudit1764200010000',
  up: [
    // No foreign keys: what was done stays known when the person, the token or the workspace is gone.
    `create table audit_event (
      seq bigint generated always as identity primary key,
      id uuid not null default gen_random_uuid(),
      workspace_id uuid,
      at timestamptz not null default now(),
      action text not null,
      actor_id uuid,
      actor_label text,
      via text not null,
      api_token_id uuid,
      target_type text,
      target_id text,
      target_label text,
      address text,
      user_agent text,
      request_id text,
      details jsonb not null default '{}'
    )`,
    `create index audit_event_workspace on audit_event (workspace_id, seq desc)`,
    `create index audit_event_actor on audit_event (workspace_id, actor_id, seq desc)`,
    `create index audit_event_target on audit_event (workspace_id, target_type, target_id, seq desc)`,
    `create function audit_event_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'audit_event is append-only';
      end
    $$`,
    `create trigger audit_event_append_only before update or delete on audit_event
      for each row execute function audit_event_is_append_only()`,
    `create trigger audit_event_no_truncate before truncate on audit_event
      for each statement execute function audit_event_is_append_only()`,
  ],
});
