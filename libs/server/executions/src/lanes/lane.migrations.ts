import { createMigration } from '@millrace/server-platform';

const LANES = `
  ALTER TABLE execution
    -- What it shares a limit of runs at a time with; null for nearly all.
    ADD COLUMN lane       text,
    -- held: it has one of the slots, until it is over or waits. queued: it waits for one. idle: it waits for something else.
    ADD COLUMN lane_state text CHECK (lane_state IN ('queued', 'held', 'idle')),
    ADD CONSTRAINT execution_lane_state CHECK ((lane IS NULL) = (lane_state IS NULL));
  -- RunLanes.admit
  CREATE INDEX execution_lane ON execution (lane, lane_state, created_at) WHERE lane IS NOT NULL AND finished_at IS NULL;

  -- Whoever gives slots away holds the row of the lane.
  CREATE TABLE concurrency_lane (
    lane         text PRIMARY KEY,
    workspace_id uuid NOT NULL,
    workflow_id  uuid NOT NULL,
    -- What the key of the workflow came to.
    key          text,
    max          integer NOT NULL CHECK (max > 0),
    used_at      timestamptz NOT NULL DEFAULT now()
  );
`;

/** Limits of runs at a time. */
export const AddConcurrencyLanes = createMigration({ name: 'AddConcurrencyLanes1764693003001', up: LANES });
