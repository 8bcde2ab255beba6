import type { ASTNode } from '@marcbachmann/cel-js';
import type { JsonObject } from '@millrace/workflow-model';
import { type AccessNode, knownType } from '../cel/access';
import { expressionError } from '../cel/cel-errors';
import { parseCel } from '../cel/compile-cel';
import { celEnvironment } from '../cel/environment';
import { openNode } from '../cel/library-internals';
import { isAccess } from '../cel/prepare';
import { childrenOf } from '../cel/walk';
import { ExpressionError, type ParamPath } from '../expression-error';
import { type Chain, chainOf, literalPath, rootOf } from '../references/cel-references';
import { type LocatedSchema, type PathVerdict, type RootSchemas, followPath } from './known-roots';
import { type ParamProblem, missingField, problemOf, unknownRoot } from './param-problem';
import { elementOf, isObject, resolved, typeOf } from './schema-path';

/** Problems of one expression: syntax, roots, fields that a schema rules out, and types that do not fit. */
export function checkCel(source: string, at: ParamPath, schemas: RootSchemas): ParamProblem[] {
  try {
    const program = parseCel(source);
    const check = new CelCheck(schemas, at);
    check.visit(program.ast, new Map());
    const { valid, error } = program.check();
    if (valid) return check.problems;
    return [...check.problems, problemOf(expressionError(error, { environment: celEnvironment(), source }), at)];
  } catch (error) {
    if (error instanceof ExpressionError) return [problemOf(error, at)];
    throw error;
  }
}

/** What is known about the loop variables around a node. */
type Variables = ReadonlyMap<string, LocatedSchema | undefined>;

/** Methods whose result is a list of the same elements. */
const KEEPING = new Set(['filter', 'sort', 'sortBy', 'unique', 'reverse', 'slice']);
const PICKING = new Set(['first', 'last']);

class CelCheck {
  readonly problems: ParamProblem[] = [];
  private readonly schemas: RootSchemas;
  private readonly at: ParamPath;

  constructor(schemas: RootSchemas, at: ParamPath) {
    this.schemas = schemas;
    this.at = at;
  }

  /** Looks at a node and everything inside it. */
  visit(node: ASTNode, variables: Variables): void {
    const chain = chainOf(node);
    if (chain !== undefined) {
      this.visitChain(node, chain, variables);
      return;
    }
    if (isAccess(node)) this.visitAccess(node, variables);
    for (const child of childrenOf(node)) {
      this.visit(
        child.node,
        child.binds === undefined ? variables : new Map(variables).set(child.binds, this.elementsOf(node, variables)),
      );
    }
  }

  private visitChain(node: ASTNode, chain: Chain, variables: Variables): void {
    for (const access of chain.accesses) if (access.op === '[]') this.visit(access.args[1], variables);
    const found = this.follow(chain, variables);
    if (found === undefined) return;
    const place = { at: this.at, range: { start: (chain.parts.at(-1) as ASTNode).start, end: node.end } };
    if (found.verdict === undefined)
      this.problems.push(unknownRoot(found.written[0] ?? '', this.schemas.names(), place));
    else if (found.verdict.is === 'missing') {
      const problem = missingField(found.written, found.verdict, place);
      if (problem !== undefined) this.problems.push(problem);
    } else if (found.verdict.is === 'known' && found.whole) giveType(node, found.verdict.at);
  }

  /** A key of something that is no name, such as `people.first().name`. */
  private visitAccess(node: AccessNode, variables: Variables): void {
    const left = this.schemaOf(node.args[0], variables);
    const path = literalPath([node]);
    const verdict = left === undefined ? undefined : followPath(left, path);
    if (verdict?.is === 'known') giveType(node, verdict.at);
    if (verdict?.is !== 'missing') return;
    const written = node.input.slice(node.args[0].start, node.args[0].end);
    const problem = missingField([written, ...path], verdict, {
      at: this.at,
      range: { start: node.pos, end: node.end },
    });
    if (problem !== undefined) this.problems.push(problem);
  }

  /** Where a chain leads; the verdict is undefined when nobody knows its root, all is when nothing can be said. */
  private follow(chain: Chain, variables: Variables): Followed | undefined {
    const variable = variables.get(chain.name);
    if (variables.has(chain.name)) {
      const path = literalPath(chain.accesses);
      const written = [chain.name, ...path] as const;
      return (
        variable && {
          written: [...written],
          whole: path.length === chain.accesses.length,
          verdict: followPath(variable, path),
        }
      );
    }
    const named = rootOf(chain, [...variables.keys()]);
    if (named === undefined) return undefined;
    const name = this.schemas.nameOf(named.root);
    const whole = named.path.length === chain.accesses.length - (named.form === 'key' ? 1 : 0);
    const written: [string, ...(string | number)[]] = [named.root, ...named.path];
    return {
      written,
      whole,
      verdict: name === undefined ? undefined : this.schemas.follow(name, numbered(named.path)),
    };
  }

  /** Schema of the elements that a loop goes over. */
  private elementsOf(loop: ASTNode, variables: Variables): LocatedSchema | undefined {
    if (loop.op !== 'rcall') return undefined;
    return elementIn(
      this.schemaOf(loop.args[0] === 'bind' ? (loop.args[2][1] as ASTNode) : loop.args[1], variables),
      loop.args[0] !== 'bind',
    );
  }

  private schemaOf(node: ASTNode, variables: Variables): LocatedSchema | undefined {
    const chain = isAccess(node) || node.op === 'id' ? chainOf(node) : undefined;
    if (chain !== undefined) {
      const found = this.follow(chain, variables);
      return found?.whole === true && found.verdict?.is === 'known' ? found.verdict.at : undefined;
    }
    if (isAccess(node)) return this.schemaOfAccess(node, variables);
    if (node.op !== 'rcall') return undefined;
    if (KEEPING.has(node.args[0])) return this.schemaOf(node.args[1], variables);
    return PICKING.has(node.args[0]) ? elementIn(this.schemaOf(node.args[1], variables), true) : undefined;
  }

  private schemaOfAccess(node: AccessNode, variables: Variables): LocatedSchema | undefined {
    const left = this.schemaOf(node.args[0], variables);
    const path = literalPath([node]);
    const verdict = left === undefined || path.length === 0 ? undefined : followPath(left, path);
    return verdict?.is === 'known' ? verdict.at : undefined;
  }
}

interface Followed {
  /** Root and keys as written. */
  readonly written: readonly [string, ...(string | number)[]];
  /** Whether every key is literal, so that the verdict is about the whole chain. */
  readonly whole: boolean;
  readonly verdict: PathVerdict | undefined;
}

/** Expressions read `a["0"]` and `a[0]` alike. */
function numbered(path: readonly (string | number)[]): (string | number)[] {
  return path.map((key) => (typeof key === 'string' && /^\d{1,9}$/.test(key) ? Number(key) : key));
}

function elementIn(list: LocatedSchema | undefined, isLoop: boolean): LocatedSchema | undefined {
  if (!isLoop) return list;
  const schema = resolved(list?.schema, list?.root);
  if (schema === undefined || typeOf(schema) !== 'array') return undefined;
  return { schema: elementOf(schema), root: list?.root };
}

/** Tells the library's checker what a schema says about a value. */
function giveType(node: ASTNode, at: LocatedSchema): void {
  const type = celType(resolved(at.schema, at.root));
  if (type === undefined) return;
  const open = openNode(node);
  open.setMeta('check', knownType(open.meta.check, type));
}

const CEL_TYPES: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'double',
  boolean: 'bool',
  array: 'list',
};

/** Type of a value that is never null; undefined when it may be several. */
function celType(schema: JsonObject | undefined): string | undefined {
  if (schema === undefined || Array.isArray(schema['type']) || !isObject(schema)) return undefined;
  if (schema['anyOf'] !== undefined || schema['oneOf'] !== undefined || schema['nullable'] === true) return undefined;
  const type = typeOf(schema);
  return type === undefined ? undefined : CEL_TYPES[type];
}
