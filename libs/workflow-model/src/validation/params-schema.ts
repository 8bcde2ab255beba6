import { Validator } from '@cfworker/json-schema';
import type { Schema } from '@cfworker/json-schema';
import { isObject } from '../data/is-object';
import type { JsonObject } from '../json';
import { rewriteSchema } from './rewrite-schema';

/** A params schema made ready to judge configs. */
export interface ParamsSchema {
  /** What the dynamic validator holds; error locations lead into it. */
  readonly schema: Schema;
  /** Quick answer for configs without dynamic values in places of another type. */
  readonly literal: Validator;
  /** Accepts a template or an expression wherever a value is expected, and tells every error. */
  readonly dynamic: Validator;
  /** The same, but stops at the first error of each level. */
  readonly firstError: Validator;
  /** Names of the params. */
  readonly names: readonly string[];
  readonly acceptsUnknown: boolean;
  /** Title by name, for messages. */
  readonly titles: ReadonlyMap<string, string>;
}

const cache = new WeakMap<JsonObject, ParamsSchema>();

/** The schema made ready; once for each schema object. Interpreted, because a strict content security policy forbids generated code. */
export function paramsSchemaOf(schema: JsonObject): ParamsSchema {
  const known = cache.get(schema);
  if (known !== undefined) return known;
  const made = prepare(schema);
  cache.set(schema, made);
  return made;
}

function prepare(schema: JsonObject): ParamsSchema {
  const { additionalProperties, patternProperties, properties } = schema;
  const isOpen = isObject(additionalProperties) || additionalProperties === true || isObject(patternProperties);
  // Unknown params are told by us, as warnings and with a suggestion.
  const { additionalProperties: _refused, ...closed } = schema;
  const judged = isOpen ? schema : closed;
  const dynamic = rewriteSchema(judged, 'dynamic');
  const params = isObject(properties) ? Object.entries(properties) : [];
  return {
    schema: dynamic,
    literal: new Validator(rewriteSchema(judged, 'literal'), '2020-12', true),
    dynamic: new Validator(dynamic, '2020-12', false),
    firstError: new Validator(rewriteSchema(judged, 'dynamic'), '2020-12', true),
    names: params.map(([name]) => name),
    acceptsUnknown: isOpen,
    titles: new Map(
      params.flatMap(([name, param]) =>
        isObject(param) && typeof param['title'] === 'string' ? [[name, param['title']]] : [],
      ),
    ),
  };
}
