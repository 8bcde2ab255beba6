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

/** What nodes show while they wait, beside their waits. In the order in which they run. */
export const askMigrations = [AddWaitPrompts, AddWaitAsks, DropWaitPrompts];
