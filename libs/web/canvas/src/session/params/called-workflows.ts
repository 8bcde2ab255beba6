import { signal } from '@angular/core';
import type { NodeDefinitionData, WorkflowContract, WorkflowNode } from '@millrace/workflow-model';

/** Another workflow that a node runs. */
export interface CalledWorkflow extends WorkflowContract {
  readonly name: string;
}

/** What is known about the workflows that this one runs. Who shows a node brings it. */
export class CalledWorkflows {
  readonly #known = signal<ReadonlyMap<string, CalledWorkflow>>(new Map());
  readonly known = this.#known.asReadonly();

  learn(workflowId: string, called: CalledWorkflow): void {
    this.#known.update((known) => new Map(known).set(workflowId, called));
  }
}

/** Id of the workflow that a node runs: what its param with choices out of `workflows` holds. */
export function calledIdOf(
  definition: Pick<NodeDefinitionData, 'paramsSchema'>,
  { config }: Pick<WorkflowNode, 'config'>,
): string | undefined {
  const properties = (definition.paramsSchema['properties'] ?? {}) as Record<string, { ui?: { options?: string } }>;
  const name = Object.keys(properties).find((each) => properties[each]?.ui?.options === 'workflows');
  const id = name === undefined ? undefined : config[name];
  return typeof id === 'string' && id !== '' && !id.includes('{{') ? id : undefined;
}
