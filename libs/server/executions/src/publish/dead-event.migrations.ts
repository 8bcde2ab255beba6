import { createMigration } from '@millrace/server-platform';

/** Events that could not be handed on are kept for people to decide. */
export const AddDeadEvents = createMigration({
  name: 'AddDeadEvents1764800072000',
  up: `
    ALTER TABLE published_event ADD COLUMN dead_at timestamptz, ADD COLUMN last_error text;
    CREATE INDEX published_event_dead ON published_event (workspace_id, dead_at) WHERE dead_at IS NOT NULL;
  `,
});
