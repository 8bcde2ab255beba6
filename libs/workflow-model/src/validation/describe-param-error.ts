import type { Schema } from '@cfworker/json-schema';
import { formatPath } from '../data/format-path';
import { getPath } from '../data/get-path';
import type { DataPath } from '../data/data-path';
import type { WorkflowNode } from '../document';
import type { Json } from '../json';
import type { Problem } from '../problem';
import type { Suggest } from '../suggestions';
import { instancePath } from './instance-path';
import type { LeafError } from './leaf-errors';
import type { ParamsSchema } from './params-schema';
import { schemaAt } from './schema-at';
import { didYouMean, nodeName } from './validation-context';

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

interface Misfit {
  readonly node: WorkflowNode;
  readonly params: ParamsSchema;
  readonly suggest: Suggest;
  readonly path: DataPath;
  readonly value: Json | undefined;
}

/** The problem that the errors about one value of a config make. */
export function describeParamError(
  leaves: readonly [LeafError, ...LeafError[]],
  judged: Pick<Misfit, 'node' | 'params' | 'suggest'>,
): Problem {
  const { node } = judged;
  const [first] = leaves;
  const at = instancePath(first.instance, node.config);
  if (first.keyword === 'required') {
    const name = /property "(.*)"\.$/s.exec(first.text)?.[1] ?? '';
    return missing({ ...judged, path: [...at, name], value: undefined });
  }
  const misfit: Misfit = { ...judged, path: at, value: getPath(node.config, at) };
  if (isBlank(misfit.value) && (first.keyword === 'minLength' || isRequired(misfit))) return missing(misfit);
  return invalid(misfit, leaves);
}

function missing(misfit: Misfit): Problem {
  const { node, path } = misfit;
  const message = `Node ${nodeName(node)} needs the param ${paramName(misfit)}; give it a value.`;
  return { code: 'MISSING_PARAM', severity: 'error', message, nodeId: node.id, path };
}

function invalid(misfit: Misfit, leaves: readonly LeafError[]): Problem {
  const { node, params, path, value, suggest } = misfit;
  const schemas = leaves.map((leaf) => ({ keyword: leaf.keyword, schema: schemaAt(params.schema, leaf.location) }));
  const severity = schemas.every(({ schema }) => isReadable(value, schema)) ? 'warning' : 'error';
  const demands = [...new Set(schemas.map(({ keyword, schema }) => demand(keyword, schema)))];
  const choices = schemas.flatMap(({ schema }) => choicesOf(schema));
  const meant = typeof value === 'string' ? didYouMean(suggest(choices, value)) : '';
  const verb = severity === 'error' ? 'must' : 'should';
  const message = `Param ${paramName(misfit)} of node ${nodeName(node)} is ${shown(value)} and ${verb} be ${demands.join(' or ')}.${meant}`;
  return { code: 'INVALID_PARAM', severity, message, nodeId: node.id, path };
}

/** Path of the param, with its title where that says more. */
function paramName({ params, path }: Misfit): string {
  const name = `"${formatPath(path)}"`;
  const title = path.length === 1 ? params.titles.get(String(path[0])) : undefined;
  return title === undefined || title === path[0] ? name : `${name} (${title})`;
}

function isBlank(value: Json | undefined): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function isRequired({ params, path }: Misfit): boolean {
  return path.length === 1 && (params.schema.required ?? []).includes(String(path[0]));
}

/** Whether text stands where a number or a switch should: many nodes read it as one, and blank text as absent. */
function isReadable(value: Json | undefined, schema: Schema): boolean {
  if (isBlank(value)) return true;
  if (typeof value !== 'string') return false;
  const types = [schema.type ?? []].flat();
  if (types.includes('boolean')) return value === 'true' || value === 'false';
  return (types.includes('number') || types.includes('integer')) && Number.isFinite(Number(value));
}

function choicesOf(schema: Schema): string[] {
  const choices: unknown[] = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  return choices.filter((choice) => typeof choice === 'string');
}

function demand(keyword: string, schema: Schema): string {
  switch (keyword) {
    case 'type':
      return [schema.type ?? []]
        .flat()
        .map((type) => TYPE_WORDS[type] ?? type)
        .join(' or ');
    case 'enum':
      return oneOf(schema.enum ?? []);
    case 'const':
      return JSON.stringify(schema.const);
    case 'pattern':
      return 'of another form';
    case 'format':
      return `a valid ${schema.format ?? 'value'}`;
    case 'propertyNames':
      return 'without the keys that are not allowed';
    case 'not':
      return 'removed: nothing of that name is known here';
    default:
      return limit(keyword, schema);
  }
}

function oneOf(values: readonly unknown[]): string {
  const shownValues = values.slice(0, 12).map((value) => JSON.stringify(value));
  return `one of ${shownValues.join(', ')}${values.length > 12 ? ', ...' : ''}`;
}

function limit(keyword: string, schema: Schema): string {
  switch (keyword) {
    case 'minLength':
      return `text of at least ${schema.minLength} characters`;
    case 'maxLength':
      return `text of at most ${schema.maxLength} characters`;
    case 'minItems':
      return `a list of at least ${schema.minItems} elements`;
    case 'maxItems':
      return `a list of at most ${schema.maxItems} elements`;
    case 'minProperties':
      return `an object with at least ${schema.minProperties} keys`;
    case 'maxProperties':
      return `an object with at most ${schema.maxProperties} keys`;
    case 'minimum':
      return `at least ${String(schema.minimum)}`;
    case 'maximum':
      return `at most ${String(schema.maximum)}`;
    case 'exclusiveMinimum':
      return `more than ${String(schema.exclusiveMinimum)}`;
    case 'exclusiveMaximum':
      return `less than ${String(schema.exclusiveMaximum)}`;
    case 'multipleOf':
      return `a multiple of ${schema.multipleOf}`;
    default:
      return 'something else';
  }
}

function shown(value: Json | undefined): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string')
    return value.length > 60 ? `text of ${value.length} characters` : `the text ${JSON.stringify(value)}`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
