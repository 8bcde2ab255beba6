import { inject, Injectable } from '@angular/core';
import { accepted, GraphqlApi } from '@millrace/web-api';
import { ExecutionSkipWaitDocument, ExecutionStartPartialDocument } from '@millrace/web-api/graphql/canvas';
import {
  ExecutionCancelDocument,
  ExecutionResumeDocument,
  ExecutionStartDocument,
  ExecutionStepDocument,
  ExecutionTerminateDocument,
} from '@millrace/web-api/graphql/executions';
import type { Json } from '@millrace/workflow-model';

/** A part of a workflow that is run by hand, with the pins that the server has. */
export interface PartialRun {
  readonly nodeId: string;
  readonly mode: 'step' | 'to' | 'from';
  /** Run beside the node, with mode `step`. */
  readonly alsoRun: readonly string[];
  readonly pauseBefore: readonly string[];
  readonly sourceExecutionId?: string;
  /** The trigger that it begins with, and what that gives. */
  readonly triggerNodeId?: string | undefined;
  readonly triggerInput?: Json;
}

/** A whole run by hand. */
export interface WholeRun {
  readonly triggerNodeId?: string;
  readonly input?: Json;
  /** Breakpoints. */
  readonly pauseBefore: readonly string[];
}

/** Starts and stops runs of drafts. Everything throws `ApiError`. */
@Injectable({ providedIn: 'root' })
export class RunWorkflow {
  readonly #api = inject(GraphqlApi);

  /** Id of the new run of the saved draft. */
  async start(workflowId: string, { triggerNodeId, input, pauseBefore }: WholeRun): Promise<string> {
    const { executionStart } = await this.#api.mutate(ExecutionStartDocument, {
      workflowId,
      input: {
        version: 'draft',
        usePins: true,
        pauseBefore,
        ...(triggerNodeId && { triggerNodeId }),
        ...(input !== undefined && { input }),
      },
    });
    return accepted(executionStart).execution?.id ?? '';
  }

  /** Id of the new run of a part of the saved draft. */
  async startPartial(workflowId: string, run: PartialRun): Promise<string> {
    const { nodeId, mode, alsoRun, pauseBefore, sourceExecutionId, triggerNodeId, triggerInput } = run;
    const { executionStartPartial } = await this.#api.mutate(ExecutionStartPartialDocument, {
      workflowId,
      input: {
        nodeId,
        mode: MODES[mode],
        usePins: true,
        alsoRun,
        pauseBefore,
        ...(sourceExecutionId && { sourceExecutionId }),
        ...(triggerNodeId && { triggerNodeId }),
        ...(triggerInput !== undefined && { triggerInput }),
      },
    });
    return accepted(executionStartPartial).execution?.id ?? '';
  }

  /** Goes on with a paused run. */
  async resume(id: string): Promise<void> {
    accepted((await this.#api.mutate(ExecutionResumeDocument, { id })).executionResume);
  }

  /** Lets only these nodes of a paused run begin; without any, the run tells where it stands. */
  async step(id: string, nodeIds: readonly string[]): Promise<void> {
    const input = { nodeIds: [...nodeIds] };
    accepted((await this.#api.mutate(ExecutionStepDocument, { id, input })).executionStep);
  }

  /** Ends the wait of a node for a time. */
  async skipWait(id: string, nodeId: string): Promise<void> {
    accepted((await this.#api.mutate(ExecutionSkipWaitDocument, { id, nodeId })).executionSkipWait);
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
