import { executionOutput } from '@millrace/engine';
import type { ExecutionState } from '@millrace/engine';
import { aliasOf, outputValue } from '@millrace/server-executions';
import type { FinishedExecution } from '@millrace/server-executions';
import type { Json } from '@millrace/workflow-model';
import type { CompiledWorkflow } from '../node/compiled-workflow';

/** What callers who wait for the end of a run are told. */
export function runResult(
  state: ExecutionState,
  workflow: CompiledWorkflow,
  payloads: ReadonlyMap<string, Json>,
): FinishedExecution {
  const output = executionOutput(state, (nodeId) => aliasOf(workflow.nodes.get(nodeId)?.node, nodeId));
  const value = outputValue(output, payloads);
  return { status: state.status, output: value, ...(state.error ? { error: state.error } : {}) };
}
