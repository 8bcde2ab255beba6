import { inject } from '@angular/core';
import { GraphqlApi } from '@millrace/web-api';
import { ExecutionByIdDocument, ExecutionListDocument } from '@millrace/web-api/graphql/executions';
import { shortId } from '@millrace/web-ui/base';
import type { Command, CommandSource } from './command';
import { PaletteOpener } from './palette-opener';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const RECENT = 30;

/** Runs after `#`: the newest by workflow and status, or any by its whole id. */
export function runCommands(): CommandSource {
  const api = inject(GraphqlApi);
  const palette = inject(PaletteOpener);
  const toCommand = (run: { id: string; workflowName: string; status: string }): Command => ({
    id: run.id,
    label: run.workflowName,
    icon: 'activity',
    hint: `${run.status.toLowerCase()} · ${shortId(run.id)}`,
    run: () => palette.go(`/runs/${run.id}`),
  });
  return {
    id: 'runs',
    heading: 'Runs',
    prefix: '#',
    suggested: false,
    search: async (query, signal) => {
      if (UUID.test(query)) {
        const { execution } = await api.query(ExecutionByIdDocument, { id: query }, { signal });
        return execution ? [toCommand(execution)] : [];
      }
      const { executions } = await api.query(ExecutionListDocument, { first: RECENT }, { signal });
      const words = query.toLowerCase();
      const matches = executions.nodes.filter(({ id, workflowName, status }) =>
        `${workflowName} ${status} ${id}`.toLowerCase().includes(words),
      );
      return matches.map(toCommand);
    },
  };
}
