import type { ASTNode } from '@marcbachmann/cel-js';
import type { Json } from '@millrace/workflow-model';
import { ExpressionError } from '../expression-error';
import { MAX_SOURCE_CHARACTERS } from '../limits';
import type { Meter } from '../meter';
import type { Scope } from '../scope';
import { expressionError } from './cel-errors';
import { runIn } from './current-run';
import { celEnvironment, scopeVariables } from './environment';
import { openNode } from './library-internals';
import { charge, isAccess, prepare } from './prepare';
import { toJson } from './to-json';

/**
 * Reads and checks a CEL expression. What it gives is JSON: ints become numbers, timestamps text.
 * @throws ExpressionError `EXPRESSION_SYNTAX`, `EXPRESSION_TYPE` or `EXPRESSION_TOO_LONG` with the range
 */
export function compileCel(source: string): (scope: Scope, meter: Meter) => Json {
  const environment = celEnvironment();
  const program = parseCel(source);
  const { valid, error } = program.check();
  if (!valid) throw expressionError(error, { environment, source });
  charge(program.ast);
  const isData = isPath(program.ast);
  return (scope, meter) =>
    runIn({ scope, meter }, () => {
      try {
        const value: unknown = program(scopeVariables);
        // What lies in the scope is JSON already.
        return isData ? (value as Json) : toJson(value, meter);
      } catch (thrown) {
        throw expressionError(thrown, { environment, source, scope });
      }
    });
}

/** What the library makes of an expression, led to our own functions and not yet checked. */
export interface CelProgram {
  (variables: Record<string, unknown>): unknown;
  readonly ast: ASTNode;
  check(): { valid: boolean; error?: Error };
}

/** @throws ExpressionError `EXPRESSION_SYNTAX` or `EXPRESSION_TOO_LONG` with the range */
export function parseCel(source: string): CelProgram {
  if (source.length > MAX_SOURCE_CHARACTERS) {
    throw new ExpressionError('EXPRESSION_TOO_LONG', `An expression has at most ${MAX_SOURCE_CHARACTERS} characters.`);
  }
  const environment = celEnvironment();
  try {
    const program = environment.parse(source);
    prepare(program.ast);
    return program;
  } catch (error) {
    throw expressionError(error, { environment, source });
  }
}

function isPath(node: ASTNode): boolean {
  // Names of types are ids, too; checking made constants of them.
  if (node.op === 'id') return openNode(node).meta.alternate === undefined;
  return isAccess(node) && (node.op === '.' || node.args[1].op === 'value') && isPath(node.args[0]);
}
