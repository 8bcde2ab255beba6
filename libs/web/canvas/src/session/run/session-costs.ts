import { type Signal, computed } from '@angular/core';
import type { EditorSession } from '../editor-session';
import { type RunCosts, costsOf } from './run-costs';
import { tellsUsage } from '@millrace/workflow-model';

const known = new WeakMap<EditorSession, Signal<RunCosts>>();

/** What models took in the run that a session shows. Call it in a `computed`: it follows the run. */
export function runCosts(session: EditorSession): RunCosts {
  let costs = known.get(session);
  if (costs === undefined) {
    known.set(session, (costs = computed(() => costsNow(session))));
  }
  return costs();
}

function costsNow({ run, catalogue }: EditorSession): RunCosts {
  const types = new Map(run.shown()?.document.nodes.map((node) => [node.id, node]));
  return costsOf({
    events: run.events(),
    asksModels: (nodeId) => {
      const node = types.get(nodeId);
      return node !== undefined && tellsUsage(catalogue.of(node));
    },
    valueOf: (ref) => run.valueOf(ref),
  });
}
