import { effect, inject, untracked } from '@angular/core';
import { calledIdOf } from '@millrace/workflow-model';
import type { EditorSession } from '../../session/editor-session';
import { NODE_VIEW_API } from '../ports/node-view-api';

/** Asks once about every workflow that a node of the session runs. Without an answer cards do not name it, and forms take any input. */
export function learnCalled(session: () => EditorSession): void {
  const api = inject(NODE_VIEW_API);
  const asked = new Set<string>();
  effect(() => {
    const { params, catalogue, nodes } = session();
    for (const node of nodes()) {
      const definition = catalogue.of(node);
      const id = definition && calledIdOf(definition, node);
      if (id === undefined || asked.has(id) || untracked(params.called.known).has(id)) continue;
      asked.add(id);
      api.calledWorkflow(id).then(
        (called) => called && params.called.learn(id, called),
        () => asked.delete(id),
      );
    }
  });
}
