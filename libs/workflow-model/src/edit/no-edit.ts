import type { Edit } from './edit';

/** Changes nothing. */
export const NO_EDIT: Edit = { kind: 'batch', edits: [] };
