import type { NodeRun } from './node-run';

/** Why a step was not run. */
export function skipWords(reason: NodeRun['skipReason']): string {
  switch (reason) {
    case 'run-failed':
      return 'The run failed before it was its turn.';
    case 'run-cancelled':
      return 'The run was stopped before it was its turn.';
    default:
      return 'The path that leads here was not taken.';
  }
}
