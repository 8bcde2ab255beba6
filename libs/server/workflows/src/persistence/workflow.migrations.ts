import { createMigration, type MigrationClass } from '@millrace/server-platform';

const CREATE_TABLES = `
  CREATE TABLE workflow (
    id                   uuid PRIMARY KEY,
    workspace_id         uuid NOT NULL,
    name                 text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    description          text,
    tags                 text[] NOT NULL DEFAULT '{}',
    node_count           integer NOT NULL,
    draft                json NOT NULL,
    draft_revision       integer NOT NULL DEFAULT 1 CHECK (draft_revision > 0),
    draft_hash           text NOT NULL,
    draft_saved_by       text NOT NULL,
    draft_saved_at       timestamptz(3) NOT NULL DEFAULT now(),
    published_version_id uuid,
    enabled              boolean NOT NULL DEFAULT false,
    created_by           text NOT NULL,
    created_at           timestamptz(3) NOT NULL DEFAULT now(),
    updated_at           timestamptz(3) NOT NULL DEFAULT now(),
    deleted_at           timestamptz(3),
    CONSTRAINT workflow_enabled_is_published CHECK (NOT enabled OR published_version_id IS NOT NULL)
  );

  CREATE TABLE workflow_version (
    id           uuid PRIMARY KEY,
    workflow_id  uuid REFERENCES workflow (id) ON DELETE CASCADE,
    workspace_id uuid NOT NULL,
    version      text,
    kind         text NOT NULL CHECK (kind IN ('published', 'draft', 'inline')),
    document     json NOT NULL,
    hash         text NOT NULL,
    note         text CHECK (char_length(note) <= 2000),
    created_by   text NOT NULL,
    created_at   timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT workflow_version_owner CHECK ((kind = 'inline') = (workflow_id IS NULL)),
    CONSTRAINT workflow_version_number CHECK ((kind = 'published') = (version IS NOT NULL)),
    CONSTRAINT workflow_version_of_workflow UNIQUE (workflow_id, id)
  );

  ALTER TABLE workflow ADD CONSTRAINT workflow_published_version_fk
    FOREIGN KEY (id, published_version_id) REFERENCES workflow_version (workflow_id, id);
`;

const CREATE_INDEXES = `
  -- ListWorkflows: one index for each order; deleted ones are few and read from the same.
  CREATE INDEX workflow_by_updated ON workflow (workspace_id, updated_at, id);
  CREATE INDEX workflow_by_created ON workflow (workspace_id, created_at, id);
  CREATE INDEX workflow_by_name ON workflow (workspace_id, lower(name), id);
  -- WorkflowVersions: the same content is stored once.
  CREATE UNIQUE INDEX workflow_version_draft ON workflow_version (workflow_id, hash) WHERE kind = 'draft';
  CREATE UNIQUE INDEX workflow_version_inline ON workflow_version (workspace_id, hash) WHERE kind = 'inline';
  -- PublishWorkflow: a number is given once; ListVersions reads the newest first.
  CREATE UNIQUE INDEX workflow_version_published ON workflow_version (workflow_id, version) WHERE kind = 'published';
  CREATE INDEX workflow_version_history ON workflow_version (workflow_id, created_at, id) WHERE kind = 'published';
`;

const FREEZE_VERSIONS = `
  CREATE FUNCTION refuse_workflow_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'workflow_version rows never change' USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER workflow_version_is_immutable BEFORE UPDATE ON workflow_version
    FOR EACH ROW EXECUTE FUNCTION refuse_workflow_version_change();
`;

/** Drafts and immutable versions. Documents are `json`, not `jsonb`: people find their keys in the order they wrote them. */
const CreateWorkflow = createMigration({
  name: 'CreateWorkflow1764000020000',
  up: [CREATE_TABLES, CREATE_INDEXES, FREEZE_VERSIONS],
});

const CREATE_PINS = `
  -- Outputs that runs of a draft by hand take; no version ever holds them.
  CREATE TABLE workflow_pin (
    workflow_id uuid NOT NULL REFERENCES workflow (id) ON DELETE CASCADE,
    node_id     text NOT NULL,
    -- A value per output port; 1 MiB and what the driver's spelling may add.
    ports       json NOT NULL CHECK (octet_length(ports::text) <= 1048576),
    updated_by  text NOT NULL,
    updated_at  timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (workflow_id, node_id)
  );
`;

const CreateWorkflowPin = createMigration({ name: 'CreateWorkflowPin1764100020000', up: CREATE_PINS });

const ADD_CHECKPOINTS = `
  ALTER TABLE workflow_version
    DROP CONSTRAINT workflow_version_kind_check,
    ADD CONSTRAINT workflow_version_kind_check
      CHECK (kind IN ('published', 'checkpoint', 'restored', 'draft', 'inline')),
    ADD COLUMN name text CHECK (char_length(name) BETWEEN 1 AND 100),
    -- The version that was put back into the draft.
    ADD COLUMN source_version_id uuid,
    ADD CONSTRAINT workflow_version_source CHECK ((kind = 'restored') = (source_version_id IS NOT NULL));

  -- ListVersions
  CREATE INDEX workflow_version_timeline ON workflow_version (workflow_id, created_at, id)
    WHERE kind IN ('published', 'checkpoint', 'restored');

  -- A name may be given later; everything else stays as it was stored.
  DROP TRIGGER workflow_version_is_immutable ON workflow_version;
  CREATE TRIGGER workflow_version_is_immutable
    BEFORE UPDATE OF id, workflow_id, workspace_id, version, kind, document, hash, note, source_version_id, created_by, created_at
    ON workflow_version FOR EACH ROW EXECUTE FUNCTION refuse_workflow_version_change();
`;

const AddCheckpoints = createMigration({ name: 'AddCheckpoints1764100020100', up: ADD_CHECKPOINTS });

const ADD_TEST_VERSIONS = `
  -- A document that is there only while tests of a file are run on it; the same one as often as it is tested.
  ALTER TABLE workflow_version
    DROP CONSTRAINT workflow_version_kind_check,
    ADD CONSTRAINT workflow_version_kind_check
      CHECK (kind IN ('published', 'checkpoint', 'restored', 'draft', 'inline', 'test')),
    DROP CONSTRAINT workflow_version_owner,
    ADD CONSTRAINT workflow_version_owner CHECK ((kind IN ('inline', 'test')) = (workflow_id IS NULL));
  -- WorkflowVersions.forgetTested
  CREATE INDEX workflow_version_test ON workflow_version (created_at) WHERE kind = 'test';
`;

const AddTestVersions = createMigration({ name: 'AddTestVersions1764800090000', up: ADD_TEST_VERSIONS });

/** In the order in which they run. */
export const workflowsMigrations: readonly MigrationClass[] = [
  CreateWorkflow,
  CreateWorkflowPin,
  AddCheckpoints,
  AddTestVersions,
];
