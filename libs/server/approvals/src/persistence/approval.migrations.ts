import { createMigration } from '@millrace/server-platform';

const CREATE_APPROVAL = `
  CREATE TABLE approval (
    -- The token of the wait that it stands for: each wait of a gate has one approval, and no other.
    id              uuid PRIMARY KEY,
    workspace_id    uuid NOT NULL,
    execution_id    uuid NOT NULL,
    workflow_id     uuid,
    -- The gate, in a loop with the turn, such as each/3/gate.
    node_key        text NOT NULL,
    event_name      text NOT NULL,
    -- As the gate asked; what people change later stands beside it.
    prompt          jsonb NOT NULL,
    -- user:<id>, mail:<address> or role:<role>; empty for everybody who may control runs.
    assignees       text[] NOT NULL,
    payload         jsonb,
    -- Rises with every change of the payload: consent to an older one counts no more.
    payload_version integer NOT NULL DEFAULT 1,
    status          text NOT NULL DEFAULT 'open'
      CHECK (status IN ('open', 'approved', 'rejected', 'timed_out', 'cancelled')),
    due_at          timestamptz,
    -- When the gate goes on without an answer.
    expires_at      timestamptz,
    escalate_at     timestamptz,
    escalated_at    timestamptz,
    -- When somebody has to be told next: at once, for a reminder, for the escalation.
    notify_at       timestamptz,
    notified_at     timestamptz,
    decided_by      text,
    decided_via     text,
    reason          text,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    closed_at       timestamptz,
    CONSTRAINT approval_end CHECK ((closed_at IS NULL) = (status = 'open'))
  );
  -- ListApprovals: ids are in the order of time.
  CREATE INDEX approval_by_workspace ON approval (workspace_id, id);
  CREATE INDEX approval_open ON approval (workspace_id, id) WHERE status = 'open';
  -- Execution.approvals, and the end of a run
  CREATE INDEX approval_by_execution ON approval (execution_id);
  -- ApprovalNotices.look
  CREATE INDEX approval_notify ON approval (notify_at) WHERE notify_at IS NOT NULL;

  CREATE TABLE approval_vote (
    approval_id     uuid NOT NULL REFERENCES approval ON DELETE CASCADE,
    -- As in assignees: user:<id> or mail:<address>.
    person          text NOT NULL,
    decision        text NOT NULL CHECK (decision IN ('approved', 'rejected')),
    reason          text,
    payload_version integer NOT NULL,
    -- What the person changed in the payload.
    diff            jsonb,
    via             text NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (approval_id, person)
  );

  CREATE TABLE approval_link (
    -- SHA-256 of the token in the link; the token itself is only in the mail.
    digest      bytea PRIMARY KEY,
    approval_id uuid NOT NULL REFERENCES approval ON DELETE CASCADE,
    person      text NOT NULL,
    expires_at  timestamptz NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE INDEX approval_link_by_approval ON approval_link (approval_id);
`;

/*
 * Approvals are opened and closed by the rows of wait, in whatever transaction those come and go: a crash can lose neither,
 * and no code that ends a wait has to know of approvals. The executions room writes prompts whose form the gate has checked;
 * one that is not in form goes to owners and admins, because an error here would stop the run for ever.
 */
const FOLLOW_WAITS = `
  CREATE FUNCTION approval_opens() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    people text[];
    due timestamptz;
    escalation timestamptz;
  BEGIN
    BEGIN
      SELECT coalesce(array_agg(v), '{}') INTO people
        FROM jsonb_array_elements_text(coalesce(NEW.prompt->'assignees', '[]')) AS v;
      due := (NEW.prompt->>'dueAt')::timestamptz;
      escalation := (NEW.prompt->>'escalateAt')::timestamptz;
    EXCEPTION WHEN others THEN
      people := ARRAY['role:admin'];
    END;
    INSERT INTO approval (id, workspace_id, execution_id, workflow_id, node_key, event_name, prompt, assignees, payload,
      due_at, expires_at, escalate_at, notify_at)
    SELECT NEW.token::uuid, NEW.workspace_id, NEW.execution_id, e.workflow_id, NEW.node_id, NEW.name, NEW.prompt, people,
      NEW.prompt->'payload', coalesce(due, NEW.due_at), NEW.due_at, escalation, clock_timestamp()
    FROM execution e WHERE e.id = NEW.execution_id;
    RETURN NULL;
  END $$;

  CREATE FUNCTION approval_closes() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE approval SET status = CASE WHEN OLD.due_at <= clock_timestamp() THEN 'timed_out' ELSE 'cancelled' END,
      closed_at = clock_timestamp(), notify_at = NULL
    WHERE id = OLD.token::uuid AND status = 'open';
    RETURN NULL;
  END $$;

  CREATE TRIGGER approval_opens AFTER INSERT ON wait
    FOR EACH ROW WHEN (NEW.prompt->>'kind' = 'approval') EXECUTE FUNCTION approval_opens();
  CREATE TRIGGER approval_closes AFTER DELETE ON wait
    FOR EACH ROW WHEN (OLD.prompt->>'kind' = 'approval') EXECUTE FUNCTION approval_closes();
  -- A node that waits again keeps its row.
  CREATE TRIGGER approval_closes_again AFTER UPDATE ON wait
    FOR EACH ROW WHEN (OLD.prompt->>'kind' = 'approval' AND OLD.token <> NEW.token) EXECUTE FUNCTION approval_closes();
  CREATE TRIGGER approval_opens_again AFTER UPDATE ON wait
    FOR EACH ROW WHEN (NEW.prompt->>'kind' = 'approval' AND OLD.token <> NEW.token) EXECUTE FUNCTION approval_opens();

  CREATE FUNCTION approval_goes() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM approval USING gone WHERE approval.execution_id = gone.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER approval_goes AFTER DELETE ON execution
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION approval_goes();

  CREATE FUNCTION approval_tells() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_notify('millrace_approval', json_build_array(NEW.workspace_id, NEW.id, NEW.execution_id)::text);
    RETURN NULL;
  END $$;
  CREATE TRIGGER approval_tells AFTER INSERT OR UPDATE ON approval FOR EACH ROW EXECUTE FUNCTION approval_tells();
  CREATE FUNCTION approval_vote_tells() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_notify('millrace_approval', json_build_array(workspace_id, id, execution_id)::text)
      FROM approval WHERE id = NEW.approval_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER approval_vote_tells AFTER INSERT OR UPDATE ON approval_vote
    FOR EACH ROW EXECUTE FUNCTION approval_vote_tells();
`;

const CreateApproval = createMigration({
  name: 'CreateApproval1764691001010',
  up: `${CREATE_APPROVAL}${FOLLOW_WAITS}`,
});

const FOLLOW_ASKS = `
  DROP TRIGGER approval_opens ON wait;
  DROP TRIGGER approval_closes ON wait;
  DROP TRIGGER approval_closes_again ON wait;
  DROP TRIGGER approval_opens_again ON wait;
  ALTER TABLE approval ALTER COLUMN prompt TYPE json USING prompt::json, ALTER COLUMN payload TYPE json USING payload::json;
  ALTER TABLE approval_vote ALTER COLUMN diff TYPE json USING diff::json;

  CREATE OR REPLACE FUNCTION approval_opens() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    people text[];
    due timestamptz;
    escalation timestamptz;
  BEGIN
    BEGIN
      SELECT coalesce(array_agg(v), '{}') INTO people
        FROM json_array_elements_text(coalesce(NEW.ask->'assignees', '[]')) AS v;
      due := (NEW.ask->>'dueAt')::timestamptz;
      escalation := (NEW.ask->>'escalateAt')::timestamptz;
    EXCEPTION WHEN others THEN
      people := ARRAY['role:admin'];
    END;
    INSERT INTO approval (id, workspace_id, execution_id, workflow_id, node_key, event_name, prompt, assignees, payload,
      due_at, expires_at, escalate_at, notify_at)
    SELECT NEW.token::uuid, NEW.workspace_id, NEW.execution_id, e.workflow_id, NEW.node_id, NEW.name, NEW.ask, people,
      NEW.ask->'payload', coalesce(due, NEW.due_at), NEW.due_at, escalation, clock_timestamp()
    FROM execution e WHERE e.id = NEW.execution_id;
    RETURN NULL;
  END $$;

  CREATE TRIGGER approval_opens AFTER INSERT ON wait
    FOR EACH ROW WHEN (NEW.ask->>'kind' = 'approval') EXECUTE FUNCTION approval_opens();
  CREATE TRIGGER approval_closes AFTER DELETE ON wait
    FOR EACH ROW WHEN (OLD.ask->>'kind' = 'approval') EXECUTE FUNCTION approval_closes();
  -- A node that waits again keeps its row.
  CREATE TRIGGER approval_closes_again AFTER UPDATE ON wait
    FOR EACH ROW WHEN (OLD.ask->>'kind' = 'approval' AND OLD.token <> NEW.token) EXECUTE FUNCTION approval_closes();
  CREATE TRIGGER approval_opens_again AFTER UPDATE ON wait
    FOR EACH ROW WHEN (NEW.ask->>'kind' = 'approval' AND OLD.token <> NEW.token) EXECUTE FUNCTION approval_opens();
`;

const KeepOrderOfAsks = createMigration({ name: 'KeepOrderOfAsks1764691001011', up: FOLLOW_ASKS });

/** In the order in which they run. */
export const approvalsMigrations = [CreateApproval, KeepOrderOfAsks];
