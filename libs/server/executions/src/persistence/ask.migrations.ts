import { createMigration } from '@millrace/server-platform';

const ASKED_WAITS = `
  ALTER TABLE wait
    -- What the node shows while it waits: \`kind\` says to whom it belongs, such as \`approval\` or \`form\`; null for most.
    ADD COLUMN prompt jsonb;
`;

const AddWaitPrompts = createMigration({ name: 'AddWaitPrompts1764691001001', up: ASKED_WAITS });

/** The binary form of JSON forgets the order of names, which people want to keep in what they are shown. */
const ORDERED_ASKS = `
  ALTER TABLE wait ADD COLUMN ask json;
  UPDATE wait SET ask = prompt::json WHERE prompt IS NOT NULL;
`;

const AddWaitAsks = createMigration({ name: 'AddWaitAsks1764691001002', up: ORDERED_ASKS });

/** After whatever depends on it was changed. */
const DropWaitPrompts = createMigration({
  name: 'DropWaitPrompts1764691001019',
  up: 'ALTER TABLE wait DROP COLUMN prompt',
});

const RECENT_EVENTS = `
  -- Events of the workspace, for as long as a node may look back for them.
  CREATE TABLE recent_event (
    id           uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    name         text NOT NULL,
    payload      json NOT NULL,
    published_at timestamptz NOT NULL
  );
  -- RecentEvents.deliver
  CREATE INDEX recent_event_by_name ON recent_event (workspace_id, name, published_at);
  -- RecentEvents.forgetOld
  CREATE INDEX recent_event_by_age ON recent_event (published_at);

  -- Which run was woken by which event: none twice.
  CREATE TABLE event_receipt (
    event_id     uuid NOT NULL REFERENCES recent_event ON DELETE CASCADE,
    execution_id uuid NOT NULL,
    PRIMARY KEY (event_id, execution_id)
  );
`;

const AddRecentEvents = createMigration({ name: 'AddRecentEvents1764691001021', up: RECENT_EVENTS });

/** What nodes show while they wait, beside their waits. In the order in which they run. */
export const askMigrations = [AddWaitPrompts, AddWaitAsks, DropWaitPrompts, AddRecentEvents];
