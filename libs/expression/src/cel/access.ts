import type { ASTNode } from '@marcbachmann/cel-js';
import { EvaluationError } from '@marcbachmann/cel-js';
import type { Json } from '@millrace/workflow-model';
import { enterEnvelope, stepInto, stepOf } from '../data-path';
import { missingPath } from '../missing';
import { currentRun, rootOf } from './current-run';
import { fault } from './fault';
import type { CelType, CheckNode, EvaluateNode, Evaluator } from './library-internals';

/** A field or index access. */
export type AccessNode = Extract<ASTNode, { op: '.' | '[]' }>;

/** Name of the map through which nodes are reached whose names are no CEL names: `nodes["node-1"]`. */
export const NODES_ROOT = 'nodes';

/** Own properties only, list indexes (also doubles that are whole), and `length`. */
export const evaluateAccess: EvaluateNode = (evaluator, node, context) => {
  const access = node as AccessNode;
  return valueAt(evaluator.run(access.args[0], context), keyOf(evaluator, access, context), access);
};

/** Access to a root named `name`: when it is an envelope, its data stands in for it. */
export function evaluateRootAccess(name: string): EvaluateNode {
  return (evaluator, node, context) => {
    const access = node as AccessNode;
    const key = keyOf(evaluator, access, context);
    return valueAt(entered(name, evaluator.run(access.args[0], context), key), key, access);
  };
}

/** `nodes["x"]` and `nodes.x`: the root itself. */
export const evaluateNodesAccess: EvaluateNode = (evaluator, node, context) => {
  const { scope } = currentRun();
  const name = keyOf(evaluator, node as AccessNode, context);
  const { value } = rootOf(scope, name);
  if (value !== undefined) return value;
  throw fault('UNKNOWN_REFERENCE', name).withAst(node);
};

/** `nodes["x"].title`: like `evaluateRootAccess`, with a name that may be computed. */
export const evaluateNodesRootAccess: EvaluateNode = (evaluator, node, context) => {
  const access = node as AccessNode;
  const name = keyOf(evaluator, access.args[0] as AccessNode, context);
  return evaluateRootAccess(name)(evaluator, node, context);
};

function entered(name: string, value: unknown, key: string): unknown {
  const { scope } = currentRun();
  if (scope.isEnvelope?.(rootOf(scope, name).name) !== true) return value;
  return enterEnvelope(value as Json, key);
}

function keyOf(evaluator: Evaluator, node: AccessNode, context: unknown): string {
  const key: unknown = node.op === '.' ? node.args[1] : evaluator.run(node.args[1], context);
  switch (typeof key) {
    case 'string':
      return key;
    case 'bigint':
    case 'number':
    case 'boolean':
      return String(key);
    default:
      throw fault('EXPRESSION_TYPE', 'A key is text or a number.').withAst(node);
  }
}

function valueAt(left: unknown, key: string, node: AccessNode): unknown {
  const step = stepOf(key);
  const value = stepInto(left as Json, step);
  if (value !== undefined) return value;
  const { message } = missingPath(node.input.slice(node.args[0].start, node.args[0].end), left as Json, [step]);
  const range = node.op === '.' ? { start: node.pos, end: node.end } : { start: node.start, end: node.end };
  throw new EvaluationError({ code: 'PATH_NOT_FOUND', message, node, range });
}

/** Where the library insists on what JSON does not have: whole-number types for indexes, and no `length`. */
export function lenientAccess(check: CheckNode): CheckNode {
  return (checker, node, context) => {
    try {
      return check(checker, node, context);
    } catch (error) {
      const access = node as AccessNode;
      const left = checker.check(access.args[0], context);
      if (access.op === '.' && access.args[1] === 'length' && hasLength(left)) return checker.getType('double');
      if (
        access.op === '[]' &&
        left.kind === 'list' &&
        left.valueType &&
        checker.check(access.args[1], context).name === 'double'
      ) {
        return left.valueType;
      }
      throw error;
    }
  };
}

function hasLength(type: CelType): boolean {
  return type.kind === 'list' || type.name === 'string';
}

/** Branches of different types are fine: the result is then of no certain type. */
export function lenientTernary(check: CheckNode): CheckNode {
  return (checker, node, context) => {
    try {
      return check(checker, node, context);
    } catch (error) {
      if ((error as { code?: unknown }).code === 'incompatible_ternary_branches') return checker.getType('dyn');
      throw error;
    }
  };
}

/** A type that is known from elsewhere in place of "anything". */
export function knownType(check: CheckNode, name: string): CheckNode {
  return (checker, node, context) => {
    const type = check(checker, node, context);
    return type.kind === 'dyn' ? checker.getType(name) : type;
  };
}
