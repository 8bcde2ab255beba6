import { RE2JS, RE2JSException } from 're2js';
import { currentRun } from './current-run';
import { fault } from './fault';

const MAX_PATTERN_CHARACTERS = 1_000;
const MAX_COMPILED = 200;
/** Characters times instructions that one unit of cost pays for. */
const STEPS_PER_UNIT = 64;

const COST_PER_MATCH = 4;

const compiled = new Map<string, RE2JS>();

/** RE2 needs time in proportion to the text, whatever the pattern. */
export function matchesPattern(text: string, pattern: string): boolean {
  return paidFor(text, pattern).matcher(text).find();
}

/** All matches, from left to right. */
export function findAll(text: string, pattern: string): string[] {
  const matcher = paidFor(text, pattern).matcher(text);
  const found: string[] = [];
  while (matcher.find()) {
    currentRun().meter.spend(COST_PER_MATCH);
    found.push(matcher.group() ?? '');
  }
  return found;
}

/** The text with all matches replaced; `$1` in the replacement is the first group. */
export function replacePattern(text: string, pattern: string, replacement: string): string {
  const { meter } = currentRun();
  const matches = findAll(text, pattern).length;
  // Each `$` may stand for a group, which is never longer than the text.
  const groups = (replacement.match(/\$/g) ?? []).length;
  meter.fits(text.length * (1 + groups) + matches * replacement.length);
  return paidFor(text, pattern).matcher(text).replaceAll(replacement);
}

function paidFor(text: string, pattern: string): RE2JS {
  const regular = regularExpression(pattern);
  currentRun().meter.spend((text.length * Math.max(8, regular.programSize())) / STEPS_PER_UNIT);
  return regular;
}

function regularExpression(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (pattern.length > MAX_PATTERN_CHARACTERS) {
    throw fault('INVALID_REGULAR_EXPRESSION', `A regular expression has at most ${MAX_PATTERN_CHARACTERS} characters.`);
  }
  currentRun().meter.spend(pattern.length);
  const regular = compile(pattern);
  const [oldest] = compiled.keys();
  if (compiled.size >= MAX_COMPILED && oldest !== undefined) compiled.delete(oldest);
  compiled.set(pattern, regular);
  return regular;
}

function compile(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (cause) {
    if (!(cause instanceof RE2JSException)) throw cause;
    throw fault('INVALID_REGULAR_EXPRESSION', `This regular expression cannot be used: ${cause.message}.`, cause);
  }
}
