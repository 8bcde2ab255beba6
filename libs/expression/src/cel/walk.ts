import type { ASTNode } from '@marcbachmann/cel-js';

/** Names that a macro around a node binds, innermost last. */
export type Bound = readonly string[];

/** Visits a node and then what is inside it. `bound` are the loop variables that hide roots there. */
export function walk(node: ASTNode, visit: (node: ASTNode, bound: Bound) => void, bound: Bound = []): void {
  visit(node, bound);
  for (const child of childrenOf(node))
    walk(child.node, visit, child.binds === undefined ? bound : [...bound, child.binds]);
}

/** A node directly inside another, and the variable that is bound for it. */
export interface Child {
  readonly node: ASTNode;
  readonly binds?: string;
}

const LOOPS = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

/** Nodes inside a node as it was written; macro variables themselves are left out. */
export function childrenOf(node: ASTNode): Child[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [{ node: node.args[0] }];
    case 'call':
      return node.args[1].map(plain);
    case 'rcall':
      return childrenOfMethod(node);
    case 'map':
      return node.args.flat().map(plain);
    case '!_':
    case '-_':
      return [{ node: node.args }];
    default:
      return node.args.map(plain);
  }
}

const plain = (node: ASTNode): Child => ({ node });

function childrenOfMethod(node: Extract<ASTNode, { op: 'rcall' }>): Child[] {
  const [name, receiver, args] = node.args;
  const variable = loopVariable(node);
  if (variable !== undefined)
    return [plain(receiver), ...args.slice(1).map((each) => ({ node: each, binds: variable }))];
  const [bound, value, body] = args;
  if (isBind(name, receiver) && bound?.op === 'id' && value !== undefined && body !== undefined) {
    return [plain(value), { node: body, binds: bound.args }];
  }
  return [receiver, ...args].map(plain);
}

/** The variable of `list.map(x, …)` and its like; undefined for other calls. */
export function loopVariable(node: ASTNode): string | undefined {
  if (node.op !== 'rcall') return undefined;
  const [name, , args] = node.args;
  const count = name === 'map' ? [2, 3] : [2];
  return LOOPS.has(name) && count.includes(args.length) && args[0]?.op === 'id' ? args[0].args : undefined;
}

function isBind(name: string, receiver: ASTNode): boolean {
  return name === 'bind' && receiver.op === 'id' && receiver.args === 'cel';
}
