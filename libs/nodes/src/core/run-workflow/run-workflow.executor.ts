import { failed, implementNode, output, suspended, untilWorkflowEnds, workflowEndOf } from '@millrace/node-sdk';
import type { Outcome, ParamsOf, RunContext } from '@millrace/node-sdk';
import type { WorkflowEnd } from '@millrace/workflow-model';
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
    return unsuccessful(end);
  },
});

const BEFORE_WHY = 'The workflow did not succeed: ';

/** However deep the cause lies, the sentence begins once. */
function unsuccessful({ status, executionId, error }: WorkflowEnd): Outcome {
  const code = status === 'cancelled' ? 'WORKFLOW_CANCELLED' : 'WORKFLOW_FAILED';
  const why = error === undefined ? 'It was cancelled.' : error.message;
  const message = why.startsWith(BEFORE_WHY) ? why : `${BEFORE_WHY}${why}`;
  return failed({ code, fault: 'user', message, details: { executionId, ...(error && { error }) } });
}

function timeoutOf(ctx: RunContext, { timeout }: Params): string | undefined {
  const duration = timeout === undefined ? undefined : parseDuration(timeout);
  return duration && new Date(instantAfter(duration, ctx.nowMs, ctx.execution.timezone)).toISOString();
}
