import { jsonFlaws } from './data/json-flaws';
import type { JsonFlaw } from './data/json-flaws';
import { LIMITS } from './limits';

/** Document, list of nodes and node lie around a config. */
const DEPTH_AROUND_CONFIG = 3;

/** What would be dangerous to read on: too deep, forbidden keys, text that cannot be stored. Wrong types are left to the schema. */
export function documentFlaws(input: unknown): readonly JsonFlaw[] {
  return jsonFlaws(input, DEPTH_AROUND_CONFIG + LIMITS.configDepth).filter((flaw) => flaw.kind !== 'not-json');
}
