import type { ASTNode } from '@marcbachmann/cel-js';
import { type AccessNode, NODES_ROOT } from '../cel/access';
import { celEnvironment } from '../cel/environment';
import { parseCel } from '../cel/compile-cel';
import { isAccess } from '../cel/prepare';
import { type Bound, walk } from '../cel/walk';
import type { CharacterRange, ParamPath } from '../expression-error';
import type { Reference } from './reference';

/** A reference in an expression, with the loop variables around it and the node that reads its whole path. */
export interface CelReference extends Reference {
  readonly bound: Bound;
  readonly node: ASTNode;
  /** The part of it that reads root and literal keys. */
  readonly literal: ASTNode;
}

/** References of an expression. @throws ExpressionError when it cannot be read */
export function celReferences(source: string, at: ParamPath): CelReference[] {
  return referencesIn(parseCel(source).ast, at);
}

const PLAIN = { relative: false, testsPresence: false, isClosing: false };

/** References in a parsed expression. */
export function referencesIn(tree: ASTNode, at: ParamPath): CelReference[] {
  const found: CelReference[] = [];
  const inside = new Set<ASTNode>();
  walk(tree, (node, bound) => {
    if (inside.has(node)) return;
    const chain = chainOf(node);
    const named = chain === undefined ? undefined : rootOf(chain, bound);
    if (chain === undefined || named === undefined) return;
    for (const part of chain.parts) inside.add(part);
    const { start } = chain.parts.at(-1) as ASTNode;
    const literal = literalPart(chain, named);
    found.push({ ...named, range: { start, end: node.end }, at, ...PLAIN, bound, node, literal });
  });
  return found;
}

/** A name followed by fields and elements. */
export interface Chain {
  readonly name: string;
  /** From the whole to the name. */
  readonly parts: readonly ASTNode[];
  /** Accesses from the name outwards. */
  readonly accesses: readonly AccessNode[];
}

/** The chain that ends at a node; undefined when it does not begin with a name. */
export function chainOf(node: ASTNode): Chain | undefined {
  const parts: ASTNode[] = [node];
  const accesses: AccessNode[] = [];
  let current = node;
  while (isAccess(current)) {
    accesses.unshift(current);
    current = current.args[0];
    parts.push(current);
  }
  return current.op === 'id' ? { name: current.args, parts, accesses } : undefined;
}

type Named = Pick<Reference, 'root' | 'path' | 'rootRange' | 'form'>;

/** The root that a chain begins with; undefined for loop variables, types and computed names. */
export function rootOf(chain: Chain, bound: Bound): Named | undefined {
  const name = chain.parts.at(-1) as ASTNode;
  const [first, ...rest] = chain.accesses;
  if (bound.includes(chain.name) || isConstant(chain.name)) return undefined;
  if (chain.name !== NODES_ROOT || first === undefined) {
    return { root: chain.name, path: literalPath(chain.accesses), rootRange: rangeOf(name), form: 'name' };
  }
  const key = literalKey(first);
  if (typeof key !== 'string') return undefined;
  return { root: key, path: literalPath(rest), rootRange: { start: name.start, end: first.end }, form: 'key' };
}

function literalPart({ parts, accesses }: Chain, { path, form }: Named): ASTNode {
  return accesses[path.length - 1 + (form === 'key' ? 1 : 0)] ?? (parts.at(-1) as ASTNode);
}

/** Keys up to the first that is computed. */
export function literalPath(accesses: readonly AccessNode[]): (string | number)[] {
  const keys = accesses.map(literalKey);
  const end = keys.indexOf(undefined);
  return (end < 0 ? keys : keys.slice(0, end)) as (string | number)[];
}

function literalKey(access: AccessNode): string | number | undefined {
  if (access.op === '.') return access.args[1];
  const [, key] = access.args;
  if (key.op !== 'value') return undefined;
  if (typeof key.args === 'string') return key.args;
  return typeof key.args === 'bigint' || typeof key.args === 'number' ? Number(key.args) : undefined;
}

function rangeOf(node: ASTNode): CharacterRange {
  return { start: node.start, end: node.end };
}

/** Names of types, and `cel`, which no root can take. */
export function isConstant(name: string): boolean {
  return celEnvironment().hasVariable(name);
}
