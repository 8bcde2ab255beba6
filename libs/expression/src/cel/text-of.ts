import { jsonText } from '../json-text';
import type { Meter } from '../meter';
import { toJson } from './to-json';

/** Any value as text, the way templates write it. */
export function textOf(value: unknown, meter: Meter): string {
  return jsonText(toJson(value, meter));
}
