import { askMigrations } from './ask.migrations';
import { createMigration } from '@millrace/server-platform';
import { AddRunFailures } from '../failures/failure.migrations';
import { AddConcurrencyLanes } from '../lanes/lane.migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

import { AddDeadEvents } from '../publish/dead-event.migrations';
import { AddForks } from './fork.migrations';
/**
 * Runs and their logs. No foreign key points at `execution` from `execution_event`: the check would lock the row of the run
 * once more for every event, on the hottest path of the product; `purge` deletes both, and only the appender writes events.
 */
export class CreateExecution1764000040000 implements MigrationInterface {
  readonly name = 'CreateExecution1764000040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_EXECUTION);
    await runner.query(CREATE_LOG);
    await runner.query(CREATE_WAITS);
    await runner.query(CREATE_SIDE_TABLES);
    await runner.query(GUARDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE published_event, idempotency_key, key_value, early_signal, wait, payload, execution_event, execution',
    );
    await runner.query('DROP FUNCTION refuse_execution_revival()');
    await runner.query('DROP FUNCTION refuse_event_change()');
  }
}

const CREATE_EXECUTION = `
  CREATE TABLE execution (
    id              uuid PRIMARY KEY,
    instance_id     text NOT NULL CHECK (char_length(instance_id) BETWEEN 1 AND 200),
    workspace_id    uuid NOT NULL,
    workflow_id     uuid,
    version_id      uuid NOT NULL,
    trigger_node_id text NOT NULL,
    status          text NOT NULL CHECK (status IN ('pending', 'running', 'waiting', 'paused', 'completed', 'failed', 'cancelled')),
    mode            text NOT NULL CHECK (mode IN ('manual', 'webhook', 'schedule', 'event', 'api', 'inline')),
    progress        smallint NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    priority        integer NOT NULL DEFAULT 0,
    -- Seq of the newest event; every append checks and moves it.
    event_seq       integer NOT NULL,
    lease_owner     text,
    lease_epoch     bigint NOT NULL DEFAULT 0,
    lease_until     timestamptz,
    -- Leases that ran out since the log last grew: a run that keeps killing its worker is given up.
    lost_leases     smallint NOT NULL DEFAULT 0,
    -- When the sweeper must look: the end of the lease, the next timer, or null while nothing is due.
    next_due_at     timestamptz,
    terminated      boolean NOT NULL DEFAULT false,
    error           json,
    started_by      text,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at      timestamptz,
    finished_at     timestamptz,
    CONSTRAINT execution_instance UNIQUE (instance_id),
    CONSTRAINT execution_lease CHECK ((lease_owner IS NULL) = (lease_until IS NULL)),
    CONSTRAINT execution_end CHECK ((finished_at IS NOT NULL) = (status IN ('completed', 'failed', 'cancelled')))
  ) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

  -- ExecutionHistory.list: ids are in the order of time, and no column of these indexes ever changes.
  CREATE INDEX execution_by_workspace ON execution (workspace_id, id);
  CREATE INDEX execution_by_workflow ON execution (workflow_id, id) WHERE workflow_id IS NOT NULL;
  -- ExecutionLeases.sweep
  CREATE INDEX execution_due ON execution (next_due_at) WHERE next_due_at IS NOT NULL;
`;

const CREATE_LOG = `
  -- json, not jsonb: the text is kept as it is (also escapes that jsonb refuses) and costs less to write.
  CREATE TABLE execution_event (
    execution_id uuid NOT NULL,
    seq          integer NOT NULL CHECK (seq > 0),
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    type         text NOT NULL,
    node_id      text,
    body         json NOT NULL,
    PRIMARY KEY (execution_id, seq)
  ) WITH (autovacuum_vacuum_insert_scale_factor = 0.1);

  -- Values above 64 KiB, out of line.
  CREATE TABLE payload (
    id           uuid PRIMARY KEY,
    execution_id uuid NOT NULL,
    bytes        integer NOT NULL,
    body         json NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now()
  );
  -- PurgeExecution
  CREATE INDEX payload_by_execution ON payload (execution_id);
`;

const CREATE_WAITS = `
  CREATE TABLE wait (
    execution_id uuid NOT NULL,
    node_id      text NOT NULL,
    workspace_id uuid NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('timer', 'event')),
    name         text,
    correlation  text,
    due_at       timestamptz,
    token        text NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (execution_id, node_id),
    CONSTRAINT wait_token UNIQUE (token),
    CONSTRAINT wait_event_has_name CHECK ((kind = 'event') = (name IS NOT NULL))
  );
  -- SignalExecution.deliver
  CREATE INDEX wait_by_name ON wait (workspace_id, name) WHERE kind = 'event';

  -- Signals for a run whose node does not wait yet.
  CREATE TABLE early_signal (
    id           uuid PRIMARY KEY,
    execution_id uuid NOT NULL,
    name         text NOT NULL,
    correlation  text,
    payload      json NOT NULL,
    sender       text,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE INDEX early_signal_by_execution ON early_signal (execution_id);
`;

const CREATE_SIDE_TABLES = `
  CREATE TABLE key_value (
    workspace_id uuid NOT NULL,
    key          text NOT NULL CHECK (char_length(key) BETWEEN 1 AND 512),
    value        json NOT NULL,
    updated_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace_id, key)
  );

  -- One run per delivery or key for seven days; also after the run has been purged.
  CREATE TABLE idempotency_key (
    scope        text NOT NULL,
    key          text NOT NULL,
    body_hash    text NOT NULL,
    execution_id uuid NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (scope, key)
  );
  -- ExecutionLeases.forgetOldKeys
  CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);

  -- Events that nodes publish, written with the result of the node; triggers consumes them.
  CREATE TABLE published_event (
    id           uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    name         text NOT NULL,
    payload      json NOT NULL,
    execution_id uuid,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp()
  );
`;

const GUARDS = `
  CREATE FUNCTION refuse_execution_revival() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'execution % is % and stays so', OLD.id, OLD.status USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER execution_stays_ended BEFORE UPDATE OF status ON execution
    FOR EACH ROW WHEN (OLD.finished_at IS NOT NULL AND NEW.status <> OLD.status) EXECUTE FUNCTION refuse_execution_revival();

  CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'events of a run never change' USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER execution_event_is_immutable BEFORE UPDATE ON execution_event
    FOR EACH ROW EXECUTE FUNCTION refuse_event_change();
`;

const PARTIAL_RUNS = `
  ALTER TABLE execution
    -- What a partial run was asked for; null for whole runs.
    ADD COLUMN partial_mode    text CHECK (partial_mode IN ('step', 'to', 'from')),
    ADD COLUMN partial_node_id text,
    -- The run whose results this one reuses, or that it repeats. It may be purged before this one.
    ADD COLUMN source_id       uuid,
    ADD CONSTRAINT execution_partial CHECK ((partial_mode IS NULL) = (partial_node_id IS NULL));
`;

const AddPartialRuns = createMigration({ name: 'AddPartialRuns1764100040000', up: PARTIAL_RUNS });

const LIST_INDEXES = `
  -- ExecutionHistory.list: what is not over, what failed. Both are few among many, and each run enters and leaves them once.
  CREATE INDEX execution_open ON execution (workspace_id, id) WHERE finished_at IS NULL;
  CREATE INDEX execution_failed ON execution (workspace_id, id) WHERE error IS NOT NULL;
  -- ExecutionCounts.retriesOf and the filter for runs with retries. Other events cost nothing here.
  CREATE INDEX execution_event_retry ON execution_event (execution_id) WHERE type = 'node.retrying';
`;

const AddListIndexes = createMigration({ name: 'AddListIndexes1764100040100', up: LIST_INDEXES });

const MARKS = `
  -- Apart from execution, whose rows are rewritten with every step: a star is set by hand, and rarely.
  CREATE TABLE execution_star (
    execution_id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    starred_by   text NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now()
  );
  -- ExecutionHistory.list of starred runs, newest first.
  CREATE INDEX execution_star_by_workspace ON execution_star (workspace_id, execution_id);

  -- Filters of the list of runs that people keep.
  CREATE TABLE saved_run_view (
    id           uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    user_id      text NOT NULL,
    name         text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    query        text NOT NULL CHECK (char_length(query) <= 2000),
    created_at   timestamptz NOT NULL DEFAULT now()
  );
  -- SavedViews.list
  CREATE UNIQUE INDEX saved_run_view_name ON saved_run_view (workspace_id, user_id, lower(name));
`;

const AddMarks = createMigration({ name: 'AddExecutionMarks1764100040200', up: MARKS });

const AWAITED_RUNS = `
  -- Runs that another run waits for; gone once their end was told.
  CREATE TABLE awaited_run (
    child_id     uuid PRIMARY KEY,
    parent_id    uuid NOT NULL,
    is_cancelled boolean NOT NULL DEFAULT false,
    created_at   timestamptz NOT NULL DEFAULT now()
  );
`;

const AddAwaitedRuns = createMigration({ name: 'AddAwaitedRuns1764100040300', up: AWAITED_RUNS });

const TEST_RUNS = `
  ALTER TABLE execution
    DROP CONSTRAINT execution_mode_check,
    -- test: it only pretends, and counts nowhere.
    ADD CONSTRAINT execution_mode_check
      CHECK (mode IN ('manual', 'webhook', 'schedule', 'event', 'api', 'inline', 'test')) NOT VALID;
  ALTER TABLE execution VALIDATE CONSTRAINT execution_mode_check;
  -- Tests of a workflow, to forget the old ones.
  CREATE INDEX execution_test ON execution (workflow_id, id) WHERE mode = 'test';
`;

const AddTestRuns = createMigration({ name: 'AddTestRuns1764800050100', up: TEST_RUNS });

/** In the order in which they run. */
export const executionsMigrations = [
  CreateExecution1764000040000,
  AddPartialRuns,
  AddListIndexes,
  AddMarks,
  AddAwaitedRuns,
  ...askMigrations,
  AddConcurrencyLanes,
  AddRunFailures,
  AddForks,
  AddTestRuns,
  AddDeadEvents,
];
