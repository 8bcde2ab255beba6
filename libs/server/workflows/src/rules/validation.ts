import { hasErrors, type Problem } from '@millrace/workflow-model';

/** What a check of a document found. */
export interface Validation {
  /** Whether it may be published and run: no problem is an error. */
  readonly valid: boolean;
  readonly problems: readonly Problem[];
}

/** Whether these problems leave a document fit to run. */
export function validationOf(problems: readonly Problem[]): Validation {
  return { valid: !hasErrors(problems), problems };
}
