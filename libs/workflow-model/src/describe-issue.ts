import type { z } from 'zod';
import type { DataPath } from './data/data-path';

const KIND_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

/** Second half of a sentence about an issue of zod, after the place: what is wrong and what it should be. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  path: DataPath,
  value: unknown,
): { readonly code: string; readonly sentence: string } {
  if (value === undefined && issue.code !== 'custom') {
    return { code: 'MISSING_FIELD', sentence: `is missing; add it as ${expectation(issue)}` };
  }
  if (path.at(-1) === 'version' && issue.code === 'invalid_format') {
    return { code: 'INVALID_VERSION', sentence: `is ${shown(value)} and must be a semantic version such as 1.0.0` };
  }
  if (path.at(-1) === 'id' && (issue.code === 'invalid_format' || issue.code === 'custom')) {
    return { code: 'INVALID_ID', sentence: `is ${shown(value)}, which ${issue.message}; change the id` };
  }
  return { code: 'INVALID_DOCUMENT', sentence: `${complaint(issue, value)}` };
}

function complaint(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'custom') return issue.message;
  return `is ${shown(value)} and must be ${expectation(issue)}`;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KIND_WORDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map((choice) => JSON.stringify(choice)).join(', ')}`;
    case 'too_small':
      return bound(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum);
    case 'too_big':
      return bound(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum);
    default:
      return `valid (${issue.message})`;
  }
}

function bound(origin: string, words: string, limit: number | bigint): string {
  if (origin === 'string') return `text of ${words} ${limit} characters`;
  if (origin === 'array') return `a list of ${words} ${limit} elements`;
  return `${words} ${limit}`;
}

/** The value in a few words, so that a long text or a large list does not fill the message. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string')
    return value.length > 60 ? `text of ${value.length} characters` : JSON.stringify(value);
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
