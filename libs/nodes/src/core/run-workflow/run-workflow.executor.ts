import { failed, implementNode, output, suspended, untilWorkflowEnds, workflowEndOf } from '@millrace/node-sdk';
import type { Outcome, ParamsOf, RunContext } from '@millrace/node-sdk';
import { instantAfter, parseDuration } from '../timer/duration';
import { runWorkflowDefinition } from './run-workflow.definition';

type Params = ParamsOf<typeof runWorkflowDefinition>;

/** Starting it again, as after a crash, finds the run that was started before. */
function start(ctx: RunContext, { workflowId, input, wait }: Params): Promise<{ readonly executionId: string }> {
  return ctx.actions.startWorkflow({ workflowId, input: input ?? ctx.input, step: 'run', awaited: wait });
}

export const runWorkflowNode = implementNode(runWorkflowDefinition, {
  run: async (ctx, params) => {
    const { executionId } = await start(ctx, params);
    return params.wait ? suspended(untilWorkflowEnds(executionId, timeoutOf(ctx, params))) : output({ executionId });
  },
  resume: async (ctx, params, wake): Promise<Outcome> => {
    const end = workflowEndOf(wake);
    if (end === undefined) {
      await ctx.actions.cancelWorkflow((await start(ctx, params)).executionId);
      return output(ctx.input, 'timeout');
    }
    if (end.status === 'completed') return output(end.output);
    const why = end.error === undefined ? 'It was cancelled.' : end.error.message;
    return failed({
      code: end.status === 'cancelled' ? 'WORKFLOW_CANCELLED' : 'WORKFLOW_FAILED',
      fault: 'user',
      message: `The workflow did not succeed: ${why}`,
      details: { executionId: end.executionId, ...(end.error && { error: end.error }) },
    });
  },
});

function timeoutOf(ctx: RunContext, { timeout }: Params): string | undefined {
  const duration = timeout === undefined ? undefined : parseDuration(timeout);
  return duration && new Date(instantAfter(duration, ctx.nowMs, ctx.execution.timezone)).toISOString();
}
