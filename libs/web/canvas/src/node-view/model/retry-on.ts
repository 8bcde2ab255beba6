import type { RetrySettings } from '@millrace/workflow-model';

/** Which failures are tried again: those that pass by themselves, all, or some that are named. */
export type RetryChoice = 'passing' | 'all' | 'some';

const CODE = /^(?:[A-Z][A-Z0-9_]{0,99}|[1-5]\d\d)$/;
const MOST = 20;

/** What settings say. */
export function retryChoice({ on }: Pick<RetrySettings, 'on'>): RetryChoice {
  if (on === undefined) return 'passing';
  return on.includes('*') ? 'all' : 'some';
}

/** Codes and statuses out of what somebody typed; and what is neither. */
export function readCodes(text: string): { readonly codes: readonly string[]; readonly wrong: readonly string[] } {
  const words = [...new Set(text.toUpperCase().split(/[\s,;]+/))].filter((word) => word !== '');
  const codes = words.filter((word) => CODE.test(word));
  return { codes: codes.slice(0, MOST), wrong: words.filter((word) => !CODE.test(word)) };
}
