import { createMigration } from '@millrace/server-platform';

const TABLES = `
  CREATE TABLE workflow_test (
    id           uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    workflow_id  uuid NOT NULL,
    name         text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    -- json, not jsonb: texts are kept as they are, also those that jsonb refuses.
    spec         json NOT NULL,
    -- Of name and spec: tells whether a result is still about this test.
    hash         text NOT NULL,
    revision     integer NOT NULL DEFAULT 1,
    created_by   text NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at   timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  -- StoredTests.list
  CREATE UNIQUE INDEX workflow_test_name ON workflow_test (workflow_id, lower(name));
  CREATE INDEX workflow_test_by_workspace ON workflow_test (workspace_id);

  -- One request to run tests, of one version.
  CREATE TABLE workflow_test_run (
    id           uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    workflow_id  uuid NOT NULL,
    version_id   uuid NOT NULL,
    -- What was asked for: draft, published, or a number.
    version      text NOT NULL,
    -- Of the document: a result of the same content counts for it.
    hash         text NOT NULL,
    started_by   text NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at  timestamptz
  );
  CREATE INDEX workflow_test_run_by_workflow ON workflow_test_run (workflow_id, id);
  CREATE INDEX workflow_test_run_by_workspace ON workflow_test_run (workspace_id);

  CREATE TABLE workflow_test_result (
    run_id       uuid NOT NULL REFERENCES workflow_test_run (id) ON DELETE CASCADE,
    test_id      uuid NOT NULL REFERENCES workflow_test (id) ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    -- As they were when the test began.
    name         text NOT NULL,
    spec         json NOT NULL,
    test_hash    text NOT NULL,
    status       text NOT NULL CHECK (status IN ('running', 'passed', 'failed', 'error')),
    execution_id uuid,
    assertions   json NOT NULL DEFAULT '[]',
    error        json,
    -- On the clock of the run, and on that of the world.
    elapsed_ms   bigint,
    duration_ms  integer,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at  timestamptz,
    PRIMARY KEY (run_id, test_id)
  );
  -- The newest results of a test.
  CREATE INDEX workflow_test_result_by_test ON workflow_test_result (test_id, run_id);
  CREATE INDEX workflow_test_result_by_workspace ON workflow_test_result (workspace_id);
`;

const CreateWorkflowTests = createMigration({ name: 'CreateWorkflowTests1764800050000', up: TABLES });

/** In the order in which they run. */
export const workflowTestsMigrations = [CreateWorkflowTests];
