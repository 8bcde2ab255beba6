import type { RetrySettings } from '@millrace/workflow-model';

/** Why a step that failed was not tried as often as its settings allow; undefined when it was, or when they allow one try. */
export function untriedWords(retry: RetrySettings | undefined, attempts: number): string | undefined {
  if (retry === undefined || attempts >= retry.maxAttempts) return undefined;
  if (retry.on === undefined)
    return 'It was not tried again: only failures that pass by themselves are, unless the settings of the step name others.';
  if (retry.on.includes('*')) return undefined;
  return `It was not tried again: its settings do that only after ${retry.on.join(', ')}.`;
}
