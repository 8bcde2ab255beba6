import { inject } from '@angular/core';
import { GraphqlApi } from '@millrace/web-api';
import { WorkflowSearchDocument } from '@millrace/web-api/graphql/workflows';
import type { CommandSource } from './command';
import { PaletteOpener } from './palette-opener';

const STATES: Readonly<Record<string, string>> = { ENABLED: 'Live', DISABLED: 'Disabled', DRAFT: 'Never published' };

/** Workflows by name; the last changed ones before anything is typed. */
export function workflowCommands(): CommandSource {
  const api = inject(GraphqlApi);
  const palette = inject(PaletteOpener);
  return {
    id: 'workflows',
    heading: 'Workflows',
    search: async (query, signal) => {
      const { workflows } = await api.query(WorkflowSearchDocument, { search: query || null, first: 8 }, { signal });
      return workflows.nodes.map(({ id, name, status }) => ({
        id,
        label: name,
        icon: 'workflow',
        hint: STATES[status] ?? '',
        run: () => palette.go(`/workflows/${id}`),
      }));
    },
  };
}
