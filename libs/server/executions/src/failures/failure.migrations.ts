import { createMigration } from '@millrace/server-platform';

const RUN_FAILURES = `
  -- Failed runs whose consequences nobody has drawn yet; written with the failure, gone with what follows from it.
  CREATE TABLE run_failure (
    execution_id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    tries        integer NOT NULL DEFAULT 0,
    retry_at     timestamptz NOT NULL DEFAULT now()
  );

  CREATE FUNCTION note_run_failure() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO run_failure (execution_id, workspace_id) VALUES (NEW.id, NEW.workspace_id) ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
  -- Not for runs by hand: somebody is looking.
  CREATE TRIGGER execution_failed_note AFTER UPDATE OF status ON execution FOR EACH ROW
    WHEN (NEW.status = 'failed' AND OLD.status <> 'failed' AND NEW.workflow_id IS NOT NULL
      AND NEW.mode NOT IN ('manual', 'test') AND NEW.partial_mode IS NULL)
    EXECUTE FUNCTION note_run_failure();

  -- Workflows that were switched off because they failed again and again; the newest time only.
  CREATE TABLE workflow_pause (
    workflow_id  uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    failures     integer NOT NULL,
    -- The last of the runs that failed.
    execution_id uuid NOT NULL,
    paused_at    timestamptz(3) NOT NULL DEFAULT now(),
    -- When its triggers were switched off; null until an api process has done it.
    applied_at   timestamptz(3),
    -- When somebody switched it on again: runs before that count no more.
    ended_at     timestamptz(3)
  );
  -- PauseWorkflows.look
  CREATE INDEX workflow_pause_due ON workflow_pause (paused_at) WHERE applied_at IS NULL;

  -- What holds for the runs of all workflows of a workspace that say nothing else.
  CREATE TABLE run_defaults (
    workspace_id      uuid PRIMARY KEY,
    error_workflow_id uuid
  );
`;

/** What follows from failed runs. */
export const AddRunFailures = createMigration({ name: 'AddRunFailures1764693003002', up: RUN_FAILURES });
