import { inject } from '@angular/core';
import { GraphqlApi } from '@millrace/web-api';
import { NodeTypesDocument } from '@millrace/web-api/graphql/workflows';
import { WorkflowActions } from '../../workflows/workflow-actions';
import { rankedCommands } from './command-search';
import type { CommandSource } from './command';

/** Node types, to begin a workflow with. The editor stands in with its own source, which adds to the open workflow. */
export function nodeTypeCommands(): CommandSource {
  const api = inject(GraphqlApi);
  const actions = inject(WorkflowActions);
  return {
    id: 'node-types',
    heading: 'New workflow with',
    suggested: false,
    search: async (query) => {
      const { nodeDefinitions } = await api.query(NodeTypesDocument, {}, { from: 'cached' });
      const commands = nodeDefinitions.map(({ type, title, icon, keywords, aliases, category }) => ({
        id: type,
        label: title,
        svg: icon,
        hint: category.charAt(0) + category.slice(1).toLowerCase(),
        keywords: [...keywords, ...aliases],
        run: () => void actions.createWith(type),
      }));
      return rankedCommands(commands, query);
    },
  };
}
