import {
  type ASTNode,
  Environment,
  EvaluationError,
  ParseError,
  TypeError as CelTypeError,
} from '@marcbachmann/cel-js';
import { currentRun, rootOf } from './current-run';
import { declareBase64 } from './functions/base64';
import { declareDates } from './functions/dates';
import { declareJson } from './functions/json';
import { declareLists } from './functions/lists';
import { declareNumbers } from './functions/numbers';
import { declareStrings } from './functions/strings';
import type { Evaluator } from './library-internals';
import { coalesceMacro } from './macros';
import { declareOperators } from './operators';

/** Arguments that `coalesce` takes at most. */
const MAX_COALESCED = 6;

let environment: Environment | undefined;

/** The one environment that expressions are parsed, checked and run in. Roots are of no certain type there. */
export function celEnvironment(): Environment {
  return (environment ??= createEnvironment());
}

function createEnvironment(): Environment {
  const created = new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
    limits: { maxAstNodes: 10_000, maxDepth: 100 },
  });
  declareOperators(created);
  declareStrings(created);
  declareNumbers(created);
  declareLists(created);
  declareJson(created);
  declareDates(created);
  declareBase64(created);
  declareMacros(created);
  watch(evaluatorOf(created));
  return created;
}

function declareMacros(created: Environment): void {
  const description = 'The first argument that is there and not null.';
  for (let count = 2; count <= MAX_COALESCED; count++) {
    const parameters = Array.from({ length: count }, () => 'ast').join(', ');
    const expand = ({ args }: { args: ASTNode[] }): unknown => coalesceMacro(args);
    created.registerFunction(`coalesce(${parameters}): dyn`, expand, { async: false, description });
    if (count === 2) created.registerFunction('orElse(ast, ast): dyn', expand, { async: false, description });
  }
  const expandMethod = (call: { args: ASTNode[]; receiver: ASTNode }): unknown =>
    coalesceMacro([call.receiver, ...call.args]);
  created.registerFunction('dyn.orElse(ast): dyn', expandMethod, { async: false, description });
}

/** Handlers get the evaluator as `this`; there is no other way to it. */
function evaluatorOf(created: Environment): Evaluator {
  const found: Evaluator[] = [];
  created.registerFunction(
    'millraceEvaluator(): bool',
    function (this: Evaluator) {
      found.push(this);
      return true;
    },
    { async: false },
  );
  created.evaluate('millraceEvaluator()');
  const [evaluator] = found;
  if (evaluator === undefined) throw new Error('The CEL library no longer hands its evaluator to functions.');
  return evaluator;
}

/** Makes every evaluated node cost something, and lets nothing recover from having run out. */
function watch(evaluator: Evaluator): void {
  const debugType = evaluator.debugType.bind(evaluator);
  const mapType = evaluator.getType('map');
  evaluator.run = (node, context) => {
    currentRun().meter.spend(1);
    return (node as unknown as { evaluate(e: Evaluator, n: ASTNode, c: unknown): unknown }).evaluate(
      evaluator,
      node,
      context,
    );
  };
  evaluator.tryEval = (node, context) => {
    try {
      return evaluator.run(node, context);
    } catch (error) {
      if (isRecoverable(error)) return error;
      throw error;
    }
  };
  // Types by the first element of every list inside a value would be kept for ever: data decides how many there are.
  evaluator.debugType = (value) => (isOddObject(value) ? mapType : debugType(value));
  evaluator.debugTypeDeep = evaluator.debugType;
}

function isRecoverable(error: unknown): boolean {
  return error instanceof EvaluationError || error instanceof CelTypeError || error instanceof ParseError;
}

/** Data with a key `constructor`, which the library would take for an object of some class. */
function isOddObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'constructor');
}

/** Gives the library the roots of the scope that is being evaluated, one by one as they are asked for. */
class ScopeVariables extends Map<string, unknown> {
  override get(name: string): unknown {
    return rootOf(currentRun().scope, name).value;
  }
}

/** What every expression is evaluated with. */
export const scopeVariables: Record<string, unknown> = new ScopeVariables() as unknown as Record<string, unknown>;
