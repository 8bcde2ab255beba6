import { defineQueue } from '@millrace/server-platform';

/**
 * The alarm clock of runs: "look at this execution". The bell channel of the workers does the waking, so the queue itself
 * need not notify. Losing or repeating a job is harmless.
 */
export const executionRunQueue = defineQueue<{ executionId: string }>('execution.run', {
  notify: false,
  expireInSeconds: 30,
});
