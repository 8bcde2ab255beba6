import { inject, Injectable } from '@angular/core';
import { accepted, GraphqlApi } from '@millrace/web-api';
import {
  ExecutionCancelDocument,
  ExecutionStartDocument,
  ExecutionStartPartialDocument,
  ExecutionTerminateDocument,
} from '@millrace/web-api/graphql';
import type { Pins } from '@millrace/web-canvas';
import type { Json } from '@millrace/workflow-model';

/** A part of a workflow that is run by hand. */
export interface PartialRun {
  readonly nodeId: string;
  readonly mode: 'step' | 'to' | 'from';
  readonly pins: Pins;
  readonly sourceExecutionId?: string;
}

/** Starts and stops runs of drafts. Everything throws `ApiError`. */
@Injectable({ providedIn: 'root' })
export class RunWorkflow {
  readonly #api = inject(GraphqlApi);

  /** Id of the new run of the saved draft. */
  async start(workflowId: string, options: { triggerNodeId?: string; input?: Json; pins: Pins }): Promise<string> {
    const { triggerNodeId, input, pins } = options;
    const { executionStart } = await this.#api.mutate(ExecutionStartDocument, {
      workflowId,
      input: {
        version: 'draft',
        pins: portsOf(pins),
        ...(triggerNodeId && { triggerNodeId }),
        ...(input !== undefined && { input }),
      },
    });
    return accepted(executionStart).execution?.id ?? '';
  }

  /** Id of the new run of a part of the saved draft. */
  async startPartial(workflowId: string, { nodeId, mode, pins, sourceExecutionId }: PartialRun): Promise<string> {
    const { executionStartPartial } = await this.#api.mutate(ExecutionStartPartialDocument, {
      workflowId,
      input: {
        nodeId,
        mode: MODES[mode],
        pins: portsOf(pins),
        ...(sourceExecutionId && { sourceExecutionId }),
      },
    });
    return accepted(executionStartPartial).execution?.id ?? '';
  }

  /** Asks a run to stop: what runs may finish what it is doing. */
  async cancel(id: string): Promise<void> {
    accepted(
      (await this.#api.mutate(ExecutionCancelDocument, { id, reason: 'Stopped in the editor' })).executionCancel,
    );
  }

  /** Ends a run at once. */
  async terminate(id: string): Promise<void> {
    accepted(
      (await this.#api.mutate(ExecutionTerminateDocument, { id, reason: 'Stopped in the editor' })).executionTerminate,
    );
  }
}

const MODES = { step: 'STEP', to: 'TO', from: 'FROM' } as const;

/** Pins are kept as the value of the main port. */
function portsOf(pins: Pins): Record<string, { main: Json }> {
  return Object.fromEntries(Object.entries(pins).map(([nodeId, value]) => [nodeId, { main: value }]));
}
