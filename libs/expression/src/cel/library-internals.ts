import type { ASTNode } from '@marcbachmann/cel-js';

// What the library has at run time beyond its published types. The version is pinned; the specs of this folder fail when
// one of these changes.

/** Type as the library's checker knows it. */
export interface CelType {
  readonly kind: string;
  readonly name: string;
  readonly type: string;
  readonly valueType?: CelType;
}

/** The library's static checker. */
export interface TypeChecker {
  check(node: ASTNode, context: unknown): CelType;
  getType(name: string): CelType;
}

/** The library's evaluator. Handlers get it as `this`. */
export interface Evaluator {
  run(node: ASTNode, context: unknown): unknown;
  tryEval(node: ASTNode, context: unknown): unknown;
  debugType(value: unknown): CelType;
  debugTypeDeep(value: unknown): CelType;
  getType(name: string): CelType;
}

export type CheckNode = (checker: TypeChecker, node: ASTNode, context: unknown) => CelType;
export type EvaluateNode = (evaluator: Evaluator, node: ASTNode, context: unknown) => unknown;

/** A macro of our own: gets its arguments unevaluated. */
export interface Macro {
  readonly args: readonly ASTNode[];
  readonly async: false;
  typeCheck(checker: TypeChecker, macro: Macro, context: unknown): CelType;
  evaluate(evaluator: Evaluator, macro: Macro, context: unknown): unknown;
}

/** What can be replaced in a node before or after it is checked. */
export interface NodeMeta {
  readonly check: CheckNode;
  readonly evaluate: EvaluateNode;
  /** Present when a macro became a loop. */
  readonly alternate?: ASTNode;
  readonly macro?: unknown;
}

interface OpenNode {
  readonly meta: NodeMeta;
  setMeta(key: string, value: unknown): unknown;
  evaluate(evaluator: Evaluator, node: ASTNode, context: unknown): unknown;
  handle?: (...args: unknown[]) => unknown;
}

/** The parts of a node that its published type leaves out. */
export function openNode(node: ASTNode): OpenNode {
  return node as unknown as OpenNode;
}
