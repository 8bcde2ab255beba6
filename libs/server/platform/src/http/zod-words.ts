import type { z } from 'zod';

/** What zod calls things, in words of people. */
const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  date: 'a date',
  null: 'null',
};

const formats: Readonly<Record<string, string>> = {
  email: 'an e-mail address',
  url: 'an address such as https://example.com',
  uuid: 'an id',
  datetime: 'a time such as 2030-01-31T12:00:00Z',
  date: 'a date such as 2030-01-31',
  regex: 'in the right form',
};

const units: Readonly<Record<string, string>> = { string: ' characters', array: ' entries', set: ' entries' };

function ofSize(
  { origin, inclusive }: { origin: string; inclusive?: boolean | undefined },
  bound: unknown,
  which: 'least' | 'most',
): string {
  const unit = units[origin];
  if (unit !== undefined)
    return which === 'least' && bound === 1 ? 'is empty' : `must have at ${which} ${String(bound)}${unit}`;
  if (inclusive === false) return `must be ${which === 'least' ? 'more' : 'less'} than ${String(bound)}`;
  return `must be ${String(bound)} or ${which === 'least' ? 'more' : 'less'}`;
}

/** What is wrong, to be read after the name of the field; undefined for what a schema says in words of its own. */
export function wordsOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is missing'
        : `must be ${kinds[issue.expected] ?? `of type ${issue.expected}`}`;
    case 'too_small':
      return ofSize(issue, issue.minimum, 'least');
    case 'too_big':
      return ofSize(issue, issue.maximum, 'most');
    case 'invalid_value':
      return issue.values.length === 1
        ? `must be ${String(issue.values[0])}`
        : `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return `is not ${formats[issue.format] ?? `in the form ${issue.format}`}`;
    case 'unrecognized_keys':
      return `has ${issue.keys.length === 1 ? 'a field' : 'fields'} that nobody knows: ${issue.keys.join(', ')}`;
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_union':
      return issue.input === undefined ? 'is missing' : 'has none of the forms that are allowed here';
    case 'invalid_key':
    case 'invalid_element':
      return 'has an entry that is not valid';
    default:
      return undefined;
  }
}
