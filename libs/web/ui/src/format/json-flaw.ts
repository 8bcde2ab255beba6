import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';

/** Where a text stops being JSON, and what should stand there. */
export interface JsonFlaw {
  /** Characters before it. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Such as "a comma or }". */
  readonly expected: string;
}

/** By the parser's code of an error; what is not here is a value that is none. */
const EXPECTED: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'a name in double quotes',
  ColonExpected: 'a colon',
  CommaExpected: 'a comma',
  CloseBraceExpected: 'a comma or }',
  CloseBracketExpected: 'a comma or ]',
  EndOfFileExpected: 'the end',
  InvalidSymbol: 'a text in double quotes, a number, true, false or null',
  InvalidCommentToken: 'no comment',
  UnexpectedEndOfString: 'a closing quote',
  InvalidCharacter: 'no such character in a text',
  InvalidEscapeCharacter: 'another escape',
  InvalidUnicode: 'four hexadecimal digits',
};

/** Undefined for JSON. Says the place itself: the messages of browsers differ, and some tell none. */
export function jsonFlaw(text: string): JsonFlaw | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    const { offset, expected } = firstFlaw(text);
    const before = text.slice(0, offset).split('\n');
    return { offset, expected, line: before.length, column: (before.at(-1) ?? '').length + 1 };
  }
}

/** In the words of a message: "Line 2, column 3: expected a colon". */
export function flawWords({ line, column, expected }: JsonFlaw): string {
  return `Line ${line}, column ${column}: expected ${expected}`;
}

function firstFlaw(text: string): Pick<JsonFlaw, 'offset' | 'expected'> {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { offset: 0, expected: 'less depth' };
  }
  const [first] = errors.sort((a, b) => a.offset - b.offset);
  if (first === undefined) return { offset: text.length, expected: 'a value' };
  const offset = Math.min(first.offset, text.length);
  return { offset, expected: EXPECTED[printParseErrorCode(first.error)] ?? 'a value' };
}
