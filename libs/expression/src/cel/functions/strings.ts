import type { Environment } from '@marcbachmann/cel-js';
import { wellFormed } from '../bytes';
import { currentRun } from '../current-run';
import { fault } from '../fault';
import { findAll, matchesPattern, replacePattern } from '../regular-expression';
import { textOf } from '../text-of';
import { type CelNumber, declare, wholeNumber } from './declare';

/** Functions over text. */
export function declareStrings(environment: Environment): void {
  declareCase(environment);
  declareParts(environment);
  declarePatterns(environment);
  declareText(environment);
}

function declareCase(environment: Environment): void {
  declare(environment, { signature: 'string.lower(): string', description: 'In lower case.' }, (text: string) =>
    text.toLowerCase(),
  );
  declare(environment, { signature: 'string.upper(): string', description: 'In upper case.' }, (text: string) =>
    text.toUpperCase(),
  );
  declare(
    environment,
    { signature: 'string.capitalize(): string', description: 'With its first letter in upper case.' },
    (text: string) => {
      const [first = ''] = text;
      return first.toUpperCase() + text.slice(first.length);
    },
  );
}

function declareParts(environment: Environment): void {
  const slice = (text: string, start: CelNumber, end?: CelNumber): string =>
    text.slice(wholeNumber(start, 'A start'), end === undefined ? undefined : wholeNumber(end, 'An end'));
  declare(
    environment,
    { signature: 'string.slice(num): string', description: 'From an offset on; negative counts from the end.' },
    slice,
  );
  declare(
    environment,
    { signature: 'string.slice(num, num): string', description: 'Between two offsets; negative counts from the end.' },
    slice,
  );
  declare(
    environment,
    { signature: 'string.split(string): list<string>', description: 'Pieces between separators.' },
    split,
  );
  declare(
    environment,
    {
      signature: 'string.split(string, num): list<string>',
      description: 'At most so many pieces; the last holds the rest.',
    },
    (text: string, separator: string, limit: CelNumber) => {
      const pieces = split(text, separator);
      const most = wholeNumber(limit, 'A number of pieces');
      if (most === 0) return [];
      if (most < 0 || pieces.length <= most) return pieces;
      return [...pieces.slice(0, most - 1), pieces.slice(most - 1).join(separator)];
    },
  );
  declare(
    environment,
    { signature: 'string.replace(string, string): string', description: 'With every occurrence of a text replaced.' },
    replaceText,
  );
  const pad = (text: string, width: CelNumber): number => {
    const characters = wholeNumber(width, 'A width');
    currentRun().meter.fits(characters);
    currentRun().meter.spend(Math.max(0, characters - text.length) / 64);
    return characters;
  };
  for (const [name, side] of [
    ['padStart', 'front'],
    ['padEnd', 'end'],
  ] as const) {
    const fill = (text: string, width: CelNumber, filler = ' '): string => text[name](pad(text, width), filler);
    declare(
      environment,
      { signature: `string.${name}(num): string`, description: `Filled with spaces at the ${side}.` },
      fill,
    );
    declare(
      environment,
      { signature: `string.${name}(num, string): string`, description: `Filled up at the ${side}.` },
      fill,
    );
  }
}

function split(text: string, separator: string): string[] {
  currentRun().meter.spend(text.length / (separator === '' ? 1 : 8));
  return text.split(separator);
}

function replaceText(text: string, search: string, replacement: string): string {
  const { meter } = currentRun();
  const found = occurrences(text, search);
  meter.spend(found);
  meter.fits(text.length + found * (replacement.length - search.length));
  return text.replaceAll(search, () => replacement);
}

function occurrences(text: string, search: string): number {
  if (search === '') return text.length + 1;
  let count = 0;
  for (let at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + search.length)) count++;
  return count;
}

function declarePatterns(environment: Environment): void {
  declare(
    environment,
    {
      signature: 'string.matches(string): bool',
      description: 'Whether a regular expression (RE2) is found in the text.',
    },
    matchesPattern,
  );
  declare(
    environment,
    { signature: 'string.findAll(string): list<string>', description: 'All matches of a regular expression (RE2).' },
    findAll,
  );
  declare(
    environment,
    {
      signature: 'string.replaceMatches(string, string): string',
      description: 'With all matches of a regular expression (RE2) replaced; $1 is the first group.',
    },
    replacePattern,
  );
}

function declareText(environment: Environment): void {
  declare(
    environment,
    { signature: 'text(dyn): string', description: 'Any value as text, the way templates write it.' },
    (value: unknown) => textOf(value, currentRun().meter),
  );
  declare(
    environment,
    { signature: 'urlEncode(string): string', description: 'Made safe for a part of an address.' },
    (text: string) => {
      const { meter } = currentRun();
      meter.spend(text.length / 16);
      const encoded = encodeURIComponent(wellFormed(text));
      meter.fits(encoded.length);
      return encoded;
    },
  );
  declare(
    environment,
    { signature: 'urlDecode(string): string', description: 'The opposite of urlEncode.' },
    (text: string) => {
      try {
        return decodeURIComponent(text);
      } catch (cause) {
        if (cause instanceof URIError)
          throw fault('INVALID_ARGUMENT', 'urlDecode: the text is not URL-encoded.', cause);
        throw cause;
      }
    },
  );
}
