import { liveInputs } from '@millrace/engine';
import type { Command, ExecutionEventBody } from '@millrace/engine';
import { MAIN_PORT } from '@millrace/workflow-model';
import { inputOf } from '../node/run-values';
import type { RunView } from '../node/run-values';
import { nodePlace } from './turn-facts';

/** A disabled node gives what came in. */
export function passThroughOf(
  { graph, state, ...view }: RunView,
  command: Extract<Command, { kind: 'run-node' }>,
): ExecutionEventBody {
  const { nodeId, attempt } = command;
  const inputs = liveInputs(graph, state, nodeId);
  const [only] = inputs;
  const ref = only && inputs.length === 1 ? only.ref : { value: inputOf({ graph, state, ...view }, nodeId) };
  return {
    ...{ type: 'node.completed', ...nodePlace(command), attempt, ports: { [MAIN_PORT]: ref } },
    ...{ startedAtMs: view.nowMs, durationMs: 0, disabled: true },
  };
}
