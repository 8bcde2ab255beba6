import type { Json } from '@millrace/workflow-model';

/** What to do about a failure. */
export interface Advice {
  /** What happened, for people. */
  readonly title: string;
  readonly steps: readonly string[];
}

/** A failure as it was recorded. */
export interface ShownFailure {
  readonly code: string;
  readonly message: string;
  readonly fault?: string;
  readonly nodeId?: string | null;
  readonly details?: Json;
}

const BY_CODE: Readonly<Record<string, Advice>> = {
  HTTP_TIMEOUT: {
    title: 'The service did not answer in time',
    steps: ['Check that the service is up.', 'Raise the timeout of this step, or let it try again in its settings.'],
  },
  HTTP_CONNECTION: {
    title: 'The service could not be reached',
    steps: ['Check the address and that the service is up.', 'Let the step try again by itself: settings, retry.'],
  },
  HTTP_TOO_LARGE: {
    title: 'The answer was too large',
    steps: ['Ask the service for less: fewer fields, or page by page.'],
  },
  HTTP_INVALID_JSON: {
    title: 'The answer was no JSON',
    steps: ['Read the body as text in the step, or check the address: an error page is often HTML.'],
  },
  CODE_ERROR: {
    title: 'The code threw an error',
    steps: ['Open the step at the line that is named.', 'Run the step again with the input of this run.'],
  },
  CODE_TIMEOUT: {
    title: 'The code ran too long',
    steps: ['Look for a loop that does not end.', 'Raise the limit of the step, or split the work over several steps.'],
  },
  CODE_MEMORY: {
    title: 'The code used too much memory',
    steps: ['Work on fewer items at a time, or return less.'],
  },
  NODE_TIMEOUT: {
    title: 'The step ran longer than its limit',
    steps: ['Raise the limit in the settings of the step.', 'Let it try again if the cause passes by itself.'],
  },
  WORKFLOW_TIMEOUT: {
    title: 'The run took longer than the workflow allows',
    steps: ['See in the timeline where the time went.', 'Raise the limit in the settings of the workflow.'],
  },
  WORKFLOW_FAILED: {
    title: 'The workflow that it ran did not succeed',
    steps: ['Open the run of that workflow: the cause is there. When it is mended, retry from here.'],
  },
  WORKFLOW_CANCELLED: {
    title: 'The workflow that it ran was cancelled',
    steps: ['Open the run of that workflow to see why, or retry from here, which starts a new one.'],
  },
  DEPTH_EXCEEDED: {
    title: 'Workflows start each other too deep',
    steps: ['Look for a workflow that starts itself, directly or through others, and end the circle with a condition.'],
  },
  LOOP_TURN_FAILED: {
    title: 'A turn of the loop failed',
    steps: [
      'Look at that turn: it shows which step failed, and with what.',
      'To go on without it next time, set “When a turn fails” of the loop to “Go on”.',
    ],
  },
  REPEAT_LIMIT: {
    title: 'The condition never held',
    steps: ['Compare what the last turn gave with the condition.', 'Raise “Most turns” if it only takes longer.'],
  },
  WORKER_LOST: {
    title: 'The step was cut off again and again',
    steps: ['The process stopped while it ran: look at memory and at the log of the server, then run it again.'],
  },
  INVALID_PARAMS: {
    title: 'A parameter does not fit',
    steps: ['Compare the named parameter with the input of this run: an expression may have given something else.'],
  },
  PARAMS_INVALID: {
    title: 'A parameter does not fit',
    steps: ['Compare the named parameter with the input of this run: an expression may have given something else.'],
  },
  EXPRESSION_ERROR: {
    title: 'An expression could not be worked out',
    steps: [
      'Check the names in it against the input of this step.',
      'Guard values that may be missing, for example with has().',
    ],
  },
  PATH_NOT_FOUND: {
    title: 'A value is not where it was expected',
    steps: ['Compare the path with the input of this step.'],
  },
  VALIDATION_FAILED: {
    title: 'The data did not pass validation',
    steps: ['See the listed fields.', 'Mend the sender, or route invalid data to a branch of its own.'],
  },
  SWITCH_NO_CASE: {
    title: 'No case of the switch fits',
    steps: ['Add a case for this value, or connect the fallback.'],
  },
  STOPPED: {
    title: 'A stop step ended the run',
    steps: ['That is how the workflow is built: its message says why.'],
  },
  SANDBOX_UNAVAILABLE: {
    title: 'Code cannot run just now',
    steps: ['Look at the log of the server: the sandbox did not start. Then run it again.'],
  },
};

const BY_FAULT: Readonly<Record<string, Advice>> = {
  transient: {
    title: 'Something outside failed for the moment',
    steps: ['Run it again.', 'Let the step try again by itself: settings, retry.'],
  },
  bug: {
    title: 'Something went wrong inside Millrace',
    steps: ['Run it again. If it stays, report it with the copied text.'],
  },
};

const GENERAL: Advice = {
  title: 'The step failed',
  steps: ['Look at its input in this run, mend the step in the editor, and run it again.'],
};

/** What happened and what to do, from the code, else from whose fault it was. */
export function adviceFor({ code, fault, details }: ShownFailure): Advice {
  if (code === 'HTTP_STATUS') return statusAdvice(statusIn(details));
  return BY_CODE[code] ?? BY_FAULT[fault ?? ''] ?? GENERAL;
}

function statusAdvice(status: number | undefined): Advice {
  if (status === 401 || status === 403)
    return {
      title: 'The service refused access',
      steps: ['Check the credentials of this step: they may be missing, wrong or expired.'],
    };
  if (status === 404)
    return {
      title: 'The service knows no such address',
      steps: ['Check the URL, above all the values inserted into it.'],
    };
  if (status === 429)
    return {
      title: 'The service was asked too often',
      steps: ['Let the step try again with growing pauses: settings, retry.', 'Ask less often.'],
    };
  if (status !== undefined && status >= 500)
    return {
      title: 'The service failed',
      steps: ['Run it again when the service is well.', 'Let the step try again by itself: settings, retry.'],
    };
  return {
    title: 'The service refused the request',
    steps: ['Compare what was sent with what the service expects; its answer is in the details.'],
  };
}

/** Id of the run of another workflow that the failure came from. */
export function failedRunIn({ code, details }: ShownFailure): string | undefined {
  if (code !== 'WORKFLOW_FAILED' && code !== 'WORKFLOW_CANCELLED') return undefined;
  const id =
    typeof details === 'object' && details !== null && !Array.isArray(details) ? details['executionId'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

function statusIn(details: Json | undefined): number | undefined {
  const status =
    typeof details === 'object' && details !== null && !Array.isArray(details) ? details['status'] : undefined;
  return typeof status === 'number' ? status : undefined;
}
