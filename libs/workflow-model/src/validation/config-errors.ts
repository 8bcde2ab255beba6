import type { OutputUnit, Validator } from '@cfworker/json-schema';
import type { Json, JsonObject } from '../json';
import type { ParamsSchema } from './params-schema';

/** Values in a config from which on it counts as large. */
const LARGE_CONFIG = 10_000;

/**
 * What the params schema says against a config; nothing when it fits. Of a large config only the first error at each
 * level. Undefined when it does not fit in more places than the validator can count.
 */
export function configErrors(params: ParamsSchema, config: JsonObject): readonly OutputUnit[] | undefined {
  // Most configs are right: the quick validator makes no list of errors and has no way for dynamic values.
  if (judge(params.literal, config)?.length === 0) return [];
  return judge(isLarge(config) ? params.firstError : params.dynamic, config);
}

/** The validator hands its errors on as arguments: a hundred thousand of them overflow the stack. */
function judge(validator: Validator, config: JsonObject): readonly OutputUnit[] | undefined {
  try {
    return validator.validate(config).errors;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isLarge(config: JsonObject): boolean {
  const values: Json[] = [config];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (typeof value !== 'object' || value === null) continue;
    for (const inner of Object.values(value)) {
      if (values.push(inner) > LARGE_CONFIG) return true;
    }
  }
  return false;
}
