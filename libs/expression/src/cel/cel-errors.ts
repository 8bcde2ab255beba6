import { type Environment, EvaluationError, ParseError, TypeError as CelTypeError } from '@marcbachmann/cel-js';
import { nearestKey } from '@millrace/workflow-model';
import { type CharacterRange, ExpressionError, type ExpressionErrorCode } from '../expression-error';
import { clip } from '../hint';
import { tooCostly } from '../meter';
import { missingRoot } from '../missing';
import type { Scope } from '../scope';
import { plainName } from './functions/declare';

type CelError = ParseError | EvaluationError | CelTypeError;

interface Around {
  readonly environment: Environment;
  readonly source: string;
  /** What could be seen when it happened; absent while compiling. */
  readonly scope?: Scope;
}

/** Any error of the library or of our functions, as what people get to see. */
export function expressionError(error: unknown, around: Around): ExpressionError {
  if (error instanceof ExpressionError) return error;
  // The stack, or the longest text that there can be.
  if (error instanceof RangeError) return around.scope === undefined ? tooDeep(error) : tooCostly(error);
  if (!isCelError(error)) {
    return new ExpressionError('EXPRESSION_FAILED', 'The expression cannot be evaluated with these values.', {
      cause: error,
    });
  }
  const range = rangeOf(error, around.source);
  const known = around.scope?.rootNames() ?? [];
  if (error.code === 'unknown_variable' || error.code === 'UNKNOWN_REFERENCE') {
    return missingRoot(error.summary.replace(/^Unknown variable: /, ''), known, range);
  }
  return new ExpressionError(codeOf(error, around), messageOf(error, around.environment), { range, cause: error });
}

function tooDeep(cause: RangeError): ExpressionError {
  return new ExpressionError('EXPRESSION_TOO_LONG', 'The expression is nested too deep.', { cause });
}

function isCelError(error: unknown): error is CelError {
  return error instanceof ParseError || error instanceof EvaluationError || error instanceof CelTypeError;
}

function rangeOf(error: CelError, source: string): CharacterRange {
  const start = Math.min(error.range?.start ?? 0, source.length);
  const end = Math.min(Math.max(error.range?.end ?? source.length, start), source.length);
  return { start, end };
}

const TYPE_CODES = new Set([
  'no_such_overload',
  'no_matching_overload',
  'invalid_condition_type',
  'invalid_logical_operand',
  'invalid_comprehension_range',
  'unsupported_type',
  'variable_type_mismatch',
]);

function codeOf(error: CelError, around: Around): ExpressionErrorCode {
  if (/^[A-Z_]+$/.test(error.code)) return error.code as ExpressionErrorCode;
  if (error.code === 'limit_exceeded') return 'EXPRESSION_TOO_LONG';
  if (error instanceof ParseError) return 'EXPRESSION_SYNTAX';
  if (error.code === 'no_such_key' || error.code === 'index_out_of_bounds') return 'PATH_NOT_FOUND';
  return around.scope === undefined || TYPE_CODES.has(error.code) ? 'EXPRESSION_TYPE' : 'EXPRESSION_FAILED';
}

const OPERATOR = /^no such overload: (.+?) (==|!=|<=|>=|[-+*/%<>]|in) (.+)$/;
const CALL = /^found no matching overload for '(?:(.+)\.)?(\w+)\((.*)\)'$/;

function messageOf(error: CelError, environment: Environment): string {
  const summary = plainName(error.summary);
  const [, left, operator, right] = OPERATOR.exec(summary) ?? [];
  if (left !== undefined && right !== undefined) {
    return `"${operator}" does not work between ${plainType(left)} and ${plainType(right)}. Convert one with text(...) or toNumber(...).`;
  }
  const [, receiver, name, types] = CALL.exec(summary) ?? [];
  if (name !== undefined) return callMessage(environment, { name, receiver, types: types ?? '' });
  return /^[A-Z_]+$/.test(error.code) ? summary : librarySentence(summary);
}

function librarySentence(summary: string): string {
  if (summary === 'Unexpected token: EOF') return 'The expression ends too early.';
  const [, unary, operand] = /^no such overload: ([!-])(.+)$/.exec(summary) ?? [];
  if (unary !== undefined && operand !== undefined) return `"${unary}" does not work on ${plainType(operand)}.`;
  const plain = clip(summary, 500)
    .replaceAll(/'([^']*)'/g, (_whole, type: string) => `'${plainType(type)}'`)
    .replace(/[.\s]*$/, '.');
  return /^\w+ /.test(plain) ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
}

function callMessage(
  environment: Environment,
  call: { name: string; receiver: string | undefined; types: string },
): string {
  const declared = environment.getDefinitions().functions.map((each) => ({ ...each, name: plainName(each.name) }));
  const same = declared.filter(({ name }) => name === call.name);
  if (same.length === 0) {
    const meant = nearestKey(new Set(declared.map(({ name }) => name)), call.name);
    return `There is no function "${call.name}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`;
  }
  const given =
    call.types === ''
      ? 'no arguments'
      : call.types
          .split(/, (?![^<]*>)/)
          .map(plainType)
          .join(', ');
  const on = call.receiver === undefined ? '' : ` on ${plainType(call.receiver)}`;
  const forms = [...new Set(same.map(({ signature }) => plainType(plainName(signature))))].slice(0, 4);
  return `"${call.name}" cannot be called with ${given}${on}. It can be used as: ${forms.join('; ')}.`;
}

/** The library's types in words that also fit JSON. */
function plainType(type: string): string {
  return type
    .replaceAll(/google\.protobuf\.(\w+)/g, (_whole, name: string) => name.toLowerCase())
    .replaceAll(/dyn<(.+?)>(?!>)/g, '$1')
    .replaceAll(/\b(list|map)<.*?>+/g, '$1')
    .replaceAll(/\b(int|uint|double)\b/g, 'number')
    .replaceAll(/\bmap\b/g, 'object')
    .replaceAll(/\bdyn\b/g, 'any');
}
