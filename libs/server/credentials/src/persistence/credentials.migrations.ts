import { createMigration, type MigrationClass } from '@millrace/server-platform';

const CREATE_CREDENTIALS = `
  -- Everything but the values of credentials: those are in the store of secrets, and never here.
  CREATE TABLE credential (
    id              uuid PRIMARY KEY,
    workspace_id    uuid NOT NULL,
    type            text NOT NULL,
    name            text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    state           text NOT NULL CHECK (state IN ('pending', 'active', 'deleting')),
    -- Which versions in the store hold which fields: [{ id, version, fields }], names only.
    layers          jsonb NOT NULL DEFAULT '[]',
    allowed_domains text[] NOT NULL,
    health          jsonb NOT NULL DEFAULT '{"status": "unknown"}',
    -- Version, end and scopes of granted tokens.
    tokens          jsonb,
    created_by      uuid NOT NULL,
    created_at      timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
    updated_at      timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
    values_at       timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
    last_used_at    timestamptz(3)
  );
  CREATE UNIQUE INDEX credential_name ON credential (workspace_id, lower(name)) WHERE state <> 'deleting';
  -- SweepCredentials
  CREATE INDEX credential_unsettled ON credential (updated_at) WHERE state <> 'active';

  CREATE TABLE credential_share (
    credential_id uuid NOT NULL REFERENCES credential (id) ON DELETE CASCADE,
    subject_kind  text NOT NULL CHECK (subject_kind IN ('role', 'member')),
    subject       text NOT NULL,
    may           text NOT NULL CHECK (may IN ('use', 'edit')),
    PRIMARY KEY (credential_id, subject_kind, subject)
  );

  -- A sign-in at a service that is under way. What must stay secret of it is in the store of secrets, under the same id.
  CREATE TABLE oauth_flow (
    id            uuid PRIMARY KEY,
    credential_id uuid NOT NULL REFERENCES credential (id) ON DELETE CASCADE,
    workspace_id  uuid NOT NULL,
    user_id       uuid NOT NULL,
    -- SHA-256 of the state in the address, and of the cookie of the browser that began.
    state_hash    bytea NOT NULL,
    browser_hash  bytea NOT NULL,
    redirect_uri  text NOT NULL,
    authorize_url text,
    stage         text NOT NULL CHECK (stage IN ('starting', 'asked', 'answered', 'connected', 'failed')),
    error_code    text,
    error_message text,
    expires_at    timestamptz(3) NOT NULL
  );
  CREATE UNIQUE INDEX oauth_flow_state ON oauth_flow (state_hash);
  CREATE INDEX oauth_flow_end ON oauth_flow (expires_at);
  CREATE INDEX oauth_flow_credential ON oauth_flow (credential_id);

  -- Runs that came with secrets of their own, which are kept under the id of the run until it ends.
  CREATE TABLE run_secret (
    execution_id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    -- Credential types only.
    types        text[] NOT NULL,
    version      integer NOT NULL,
    created_at   timestamptz(3) NOT NULL DEFAULT clock_timestamp()
  );
`;

const CreateCredential = createMigration({ name: 'CreateCredential1764200030000', up: CREATE_CREDENTIALS });

/** Tables of credentials. */
export const credentialsMigrations: readonly MigrationClass[] = [CreateCredential];
