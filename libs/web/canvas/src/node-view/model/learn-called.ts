import { effect, inject, type Signal } from '@angular/core';
import type { EditorSession } from '../../session/editor-session';
import { calledIdOf } from '../../session/params/called-workflows';
import { NODE_VIEW_API } from '../ports/node-view-api';

/** Asks once about every workflow that a node of the session runs. Without an answer the forms take any input. */
export function learnCalled(session: Signal<EditorSession>): void {
  const api = inject(NODE_VIEW_API);
  const asked = new Set<string>();
  effect(() => {
    const { params, catalogue, nodes } = session();
    for (const node of nodes()) {
      const definition = catalogue.of(node);
      const id = definition && calledIdOf(definition, node);
      if (id === undefined || asked.has(id)) continue;
      asked.add(id);
      api.calledWorkflow(id).then(
        (called) => called && params.called.learn(id, called),
        () => asked.delete(id),
      );
    }
  });
}
