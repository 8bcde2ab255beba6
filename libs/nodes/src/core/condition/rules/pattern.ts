import { NodeError } from '@millrace/node-sdk';
import { RE2JS, RE2JSException } from 're2js';

const MAX_PATTERN_LENGTH = 2_000;
const MAX_CACHED = 500;
const cache = new Map<string, RE2JS>();

/** Whether a pattern occurs in text. Patterns are RE2: their time grows with the text, never faster. */
export function occursIn(pattern: string, text: string, caseSensitive: boolean): boolean {
  return compiled(pattern, caseSensitive).matcher(text).find();
}

/**
 * `pattern` alone or in the form `/pattern/flags` with the flags `i`, `m` and `s` (`g` and `u` change nothing).
 * @throws NodeError `CONDITION_INVALID_VALUE` when RE2 cannot read it
 */
function compiled(pattern: string, caseSensitive: boolean): RE2JS {
  const key = `${caseSensitive ? 's' : 'i'}${pattern}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const { source, flags } = partsOf(pattern);
  const fresh = compile(source, flags | (caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE));
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(key, fresh);
  return fresh;
}

function partsOf(pattern: string): { source: string; flags: number } {
  const end = pattern.lastIndexOf('/');
  const letters = pattern.slice(end + 1);
  if (!pattern.startsWith('/') || end < 1 || !/^[gimsu]{0,5}$/.test(letters)) return { source: pattern, flags: 0 };
  let flags = 0;
  if (letters.includes('i')) flags |= RE2JS.CASE_INSENSITIVE;
  if (letters.includes('m')) flags |= RE2JS.MULTILINE;
  if (letters.includes('s')) flags |= RE2JS.DOTALL;
  return { source: pattern.slice(1, end), flags };
}

function compile(source: string, flags: number): RE2JS {
  if (source.length > MAX_PATTERN_LENGTH) {
    throw invalid(`The pattern has ${source.length} characters, more than the ${MAX_PATTERN_LENGTH} that are allowed.`);
  }
  try {
    return RE2JS.compile(RE2JS.translateRegExp(source), flags);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    throw invalid(
      `The pattern \`${source.slice(0, 100)}\` cannot be used: ${error.message}. Patterns follow RE2.`,
      error,
    );
  }
}

function invalid(message: string, cause?: unknown): NodeError {
  return new NodeError({ code: 'CONDITION_INVALID_VALUE', fault: 'user', message }, { cause });
}
