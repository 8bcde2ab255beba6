import type { Json } from '@millrace/workflow-model';
import { looksLikeDate, readInstant } from './read-values';

/** Types that `is_type` knows. */
export const VALUE_TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null', 'date'] as const;

export type ValueType = (typeof VALUE_TYPES)[number];

/** Whether a value is of a type. A value that does not exist is of none; a date is text in ISO 8601. */
export function isOfType(value: Json | undefined, type: ValueType, timezone: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'date':
      return typeof value === 'string' && looksLikeDate(value) && readInstant(value, timezone) !== undefined;
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type;
  }
}
