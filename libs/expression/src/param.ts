import type { Json } from '@millrace/workflow-model';
import { FORBIDDEN_KEYS, isExpression, isTemplate } from '@millrace/workflow-model';
import { compileCel } from './cel/compile-cel';
import { frozenCopy } from './constant';
import { ExpressionError, type ParamPath } from './expression-error';
import { parseJsonText, readJsonText } from './json-text';
import type { EvaluationLimits } from './limits';
import { Meter, tooCostly } from './meter';
import type { Scope } from './scope';
import { compileTemplate } from './template/compile-template';

/** A param that was read once and can be evaluated often. */
export interface CompiledParam {
  /** Whether it holds no template and no expression; then every evaluation gives the same frozen value. */
  readonly isStatic: boolean;
  /** @throws ExpressionError when a path is missing, an expression fails or a limit is passed */
  evaluate(scope: Scope, limits?: EvaluationLimits): Json;
}

/** Gives the value of one part of a param. */
type Evaluate = (scope: Scope, meter: Meter) => Json;

/** A part that never changes, or one that has to be evaluated. */
type Part = { readonly constant: Json } | { readonly evaluate: Evaluate };

const MAX_DEPTH = 200;
const CACHED_STRINGS = 1_000;

/**
 * Reads a param: strings with `{{` are templates, objects that are exactly `{ "$expr": string }` are CEL, the rest is literal.
 * A string that is JSON text with templates inside its strings stays JSON text: it is parsed before it is filled in, so no
 * value can break out of its string. What an evaluation gives is never evaluated again.
 * @throws ExpressionError with the path inside the param when a template or expression cannot be read
 */
export function compileParam(param: Json): CompiledParam {
  const part = compilePart(param, []);
  if ('constant' in part) return { isStatic: true, evaluate: () => part.constant };
  return { isStatic: false, evaluate: (scope, limits) => guarded(() => part.evaluate(scope, new Meter(limits))) };
}

function compilePart(param: Json, path: ParamPath): Part {
  if (isTemplate(param)) return { evaluate: located(path, () => compileText(param)) };
  if (isExpression(param)) return { evaluate: located(path, () => compileCel(param.$expr)) };
  if (typeof param !== 'object' || param === null) return { constant: param };
  if (path.length > MAX_DEPTH) {
    throw new ExpressionError('EXPRESSION_TOO_LONG', `A param is nested more than ${MAX_DEPTH} deep.`, { path });
  }
  return Array.isArray(param) ? compileList(param, path) : compileObject(param, path);
}

function compileText(text: string): Evaluate {
  const json = readJsonText(text);
  if (json === undefined) return compileTemplate(text);
  const part = compilePart(json, []);
  if ('constant' in part) return compileTemplate(text);
  return (scope, meter) => {
    const written = JSON.stringify(part.evaluate(scope, meter));
    meter.write(written.length);
    return written;
  };
}

function compileList(list: readonly Json[], path: ParamPath): Part {
  const parts = list.map((element, index) => compilePart(element, [...path, index]));
  if (parts.every((part) => 'constant' in part)) return { constant: frozenCopy(list as Json[]) };
  const evaluates = parts.map(evaluateOf);
  return { evaluate: (scope, meter) => evaluates.map((evaluate) => evaluate(scope, meter)) };
}

function compileObject(object: Readonly<Record<string, Json>>, path: ParamPath): Part {
  const entries = Object.entries(object)
    .filter(([key]) => !FORBIDDEN_KEYS.has(key))
    .map(([key, element]) => [key, compilePart(element, [...path, key])] as const);
  if (entries.every(([, part]) => 'constant' in part)) return { constant: frozenCopy(object) };
  const evaluates = entries.map(([key, part]) => [key, evaluateOf(part)] as const);
  return {
    evaluate: (scope, meter) => {
      const result: Record<string, Json> = {};
      for (const [key, evaluate] of evaluates) result[key] = evaluate(scope, meter);
      return result;
    },
  };
}

function evaluateOf(part: Part): Evaluate {
  if ('evaluate' in part) return part.evaluate;
  const constant = frozenCopy(part.constant);
  return () => constant;
}

/** Compiles, and says in every error where in the param it happened. */
function located(path: ParamPath, compile: () => Evaluate): Evaluate {
  const evaluate = relocate(path, compile);
  return path.length === 0 ? evaluate : (scope, meter) => relocate(path, () => evaluate(scope, meter));
}

function relocate<T>(path: ParamPath, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof ExpressionError) throw error.within(path);
    throw error;
  }
}

/** Values nested so deep that the stack ends are the caller's problem to hear about, not a crash. */
function guarded(run: () => Json): Json {
  try {
    return run();
  } catch (error) {
    if (error instanceof RangeError) throw tooCostly(error);
    throw error;
  }
}

const compiledStrings = new Map<string, CompiledParam>();
const compiledObjects = new WeakMap<object, CompiledParam>();

/**
 * Compiles and evaluates. Strings are kept compiled up to a thousand, lists and objects as long as they live, so they must
 * not be changed afterwards.
 * @throws ExpressionError like `compileParam` and `evaluate`
 */
export function evaluateParam(param: Json, scope: Scope, limits?: EvaluationLimits): Json {
  if (typeof param === 'object' && param !== null) {
    let compiled = compiledObjects.get(param);
    if (compiled === undefined) compiledObjects.set(param, (compiled = compileParam(param)));
    return compiled.evaluate(scope, limits);
  }
  return isTemplate(param) ? cachedString(param).evaluate(scope, limits) : param;
}

function cachedString(text: string): CompiledParam {
  let compiled = compiledStrings.get(text);
  if (compiled !== undefined) return compiled;
  compiled = compileParam(text);
  const [oldest] = compiledStrings.keys();
  if (compiledStrings.size >= CACHED_STRINGS && oldest !== undefined) compiledStrings.delete(oldest);
  compiledStrings.set(text, compiled);
  return compiled;
}

/**
 * Parses JSON text first and then evaluates the strings inside, so that no value can break out of its string.
 * @throws ExpressionError `INVALID_JSON` when the text is no JSON, otherwise like `evaluateParam`
 */
export function evaluateJsonText(text: string, scope: Scope, limits?: EvaluationLimits): Json {
  return compileParam(parseJsonText(text)).evaluate(scope, limits);
}
