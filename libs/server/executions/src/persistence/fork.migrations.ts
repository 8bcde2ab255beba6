import { createMigration } from '@millrace/server-platform';

const FORKS = `
  ALTER TABLE execution
    -- What a fork was asked for; null for all other runs.
    ADD COLUMN fork json;
  -- ExecutionFamily. Runs without a source cost nothing here.
  CREATE INDEX execution_by_source ON execution (source_id, id) WHERE source_id IS NOT NULL;
`;

/** Where forks come from. */
export const AddForks = createMigration({ name: 'AddForks1764800054100', up: FORKS });
