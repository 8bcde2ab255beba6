import { ExpressionError, compileParam } from '@millrace/expression';
import type { CompiledParam, Scope } from '@millrace/expression';
import { NodeError } from '@millrace/node-sdk';
import type { NodeDefinition, NodeFailure } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';

type Params = Record<string, unknown>;

/** The params of one node of one version: read once, evaluated for every run. */
export class NodeParams {
  private readonly raw: readonly (readonly [string, Json])[];
  private readonly evaluated: readonly (readonly [string, Json])[];
  private compiled: readonly (readonly [string, CompiledParam])[] | undefined;
  private fixed: Params | undefined;

  constructor(
    config: JsonObject,
    private readonly definition: NodeDefinition | undefined,
  ) {
    const rawNames = new Set(definition?.rawParams ?? []);
    const entries = Object.entries(config);
    this.raw = entries.filter(([name]) => rawNames.has(name));
    this.evaluated = entries.filter(([name]) => !rawNames.has(name));
  }

  /** Evaluates and parses. @throws NodeError `EXPRESSION_ERROR`, `PARAMS_INVALID` */
  for(scope: Scope): Params {
    if (this.fixed) return this.fixed;
    const compiled = (this.compiled ??= this.evaluated.map(([name, param]) => [name, compileNamed(name, param)]));
    const values = compiled.map(([name, param]): [string, Json] => [name, evaluateNamed(name, param, scope)]);
    const params = this.parse(Object.fromEntries([...this.raw, ...values]));
    // Nothing in it depends on the run, so the first parsed object serves all.
    if (compiled.every(([, param]) => param.isStatic)) this.fixed = deepFreeze(params);
    return params;
  }

  /** @throws NodeError `PARAMS_INVALID` */
  protected parse(values: JsonObject): Params {
    if (this.definition === undefined) return values;
    const parsed = this.definition.params.safeParse(values);
    if (parsed.success) return parsed.data;
    const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    const told = issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ');
    throw new NodeError({
      code: 'PARAMS_INVALID',
      fault: 'user',
      message: `The params of this node are not right after evaluation: ${told}`,
      details: { issues },
    });
  }
}

function compileNamed(name: string, param: Json): CompiledParam {
  try {
    return compileParam(param);
  } catch (error) {
    throw expressionFailure(error, [name]);
  }
}

function evaluateNamed(name: string, param: CompiledParam, scope: Scope): Json {
  try {
    return param.evaluate(scope);
  } catch (error) {
    throw expressionFailure(error, [name]);
  }
}

/** An error of a template or expression as a failure of the node; anything else as it is. */
export function expressionFailure(error: unknown, within: readonly (string | number)[] = []): unknown {
  if (!(error instanceof ExpressionError)) return error;
  const path = [...within, ...error.path];
  const place = path.length === 0 ? '' : ` (in ${path.join('.')})`;
  const failure: NodeFailure = {
    code: 'EXPRESSION_ERROR',
    fault: 'user',
    message: `${error.message}${place}`,
    details: { reason: error.code, path },
  };
  return new NodeError(failure, { cause: error });
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}
