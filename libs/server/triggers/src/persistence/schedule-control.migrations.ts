import { createMigration } from '@millrace/server-platform';

const SCHEDULE_CONTROL = `
  ALTER TABLE schedule
    -- Since when a person keeps it from firing. Survives publishing, and owes nothing for that time.
    ADD COLUMN paused_at    timestamptz(3),
    ADD COLUMN paused_by    text,
    ADD COLUMN pause_reason text CHECK (char_length(pause_reason) <= 500);

  -- ScheduleList.list
  CREATE INDEX schedule_by_workspace ON schedule (workspace_id);

  -- Instants of a schedule that somebody wants runs for after the fact.
  CREATE TABLE schedule_backfill (
    id           uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    schedule_id  uuid NOT NULL REFERENCES schedule (id) ON DELETE CASCADE,
    from_at      timestamptz(3) NOT NULL,
    to_at        timestamptz(3) NOT NULL,
    -- In the order in which their runs begin; position is the next one.
    instants     timestamptz(3)[] NOT NULL,
    position     integer NOT NULL DEFAULT 0,
    -- Runs of it that go on at the same time.
    at_once      integer NOT NULL CHECK (at_once > 0),
    started      integer NOT NULL DEFAULT 0,
    -- Instants that had their run already.
    skipped      integer NOT NULL DEFAULT 0,
    status       text NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'completed', 'cancelled')),
    created_by   text NOT NULL,
    created_at   timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
    ended_at     timestamptz(3)
  );
  -- Backfills.of
  CREATE INDEX schedule_backfill_schedule ON schedule_backfill (schedule_id, created_at DESC);
  -- RunBackfills.look
  CREATE INDEX schedule_backfill_running ON schedule_backfill (created_at) WHERE status = 'running';

  ALTER TABLE schedule_fire ADD COLUMN backfill_id uuid;
  CREATE INDEX schedule_fire_backfill ON schedule_fire (backfill_id) WHERE backfill_id IS NOT NULL;
  ALTER TABLE schedule_fire DROP CONSTRAINT schedule_fire_outcome_check;
  -- manual: a person wanted it to fire at that moment.
  ALTER TABLE schedule_fire ADD CONSTRAINT schedule_fire_outcome_check
    CHECK (outcome IN ('fired', 'missed', 'overlapped', 'queued', 'failed', 'manual'));
`;

/** Schedules that people pause, fire and make up for. */
export const AddScheduleControl = createMigration({ name: 'AddScheduleControl1764693003003', up: SCHEDULE_CONTROL });
