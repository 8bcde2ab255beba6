import { NodeError } from '@millrace/node-sdk';
import { formatPath } from '@millrace/workflow-model';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { placesAt } from './finding-paths';
import { compileSchema } from './compile-schema';
import { errorsOf, withinLimits } from './schema-check';
import type { ValidationError } from './validation-error';

/** Types that a field can be asked to be. */
export const FIELD_TYPES = [
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
  'null',
  'any',
  'date',
  'date-time',
  'time',
  'email',
  'url',
  'uuid',
] as const;

export type FieldType = (typeof FIELD_TYPES)[number];

export interface FieldRule {
  readonly field: string;
  readonly type: FieldType;
  readonly required?: boolean;
  readonly nullable?: boolean;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: string | undefined;
  readonly oneOf?: readonly Json[] | undefined;
}

/** Formats behind types that are texts of a certain form. */
const FORMATS: Partial<Record<FieldType, string>> = {
  date: 'date',
  'date-time': 'date-time',
  time: 'time',
  email: 'email',
  url: 'uri',
  uuid: 'uuid',
};

/** Required fields that are not there. */
export function missingFields(
  data: Json,
  fields: readonly string[],
  { emptyIsMissing }: { readonly emptyIsMissing: boolean },
): ValidationError[] {
  return fields.flatMap((field) =>
    placesOf(data, field)
      .filter(({ value }) => value === undefined || value === null || (emptyIsMissing && isEmpty(value)))
      .map(({ path }) => ({ path: formatPath(path), message: 'is required', keyword: 'required' })),
  );
}

/** Fields that are there and break their rule. */
export function brokenRules(data: Json, rules: readonly FieldRule[]): ValidationError[] {
  if (rules.length === 0) return [];
  return withinLimits(() => rules.flatMap((rule) => errorsUnder(data, rule)));
}

function errorsUnder(data: Json, rule: FieldRule): ValidationError[] {
  const validate = compileSchema(schemaOf(rule), { draft: '2020-12', allErrors: true });
  return placesOf(data, rule.field).flatMap(({ path, value }) =>
    value === undefined ? [] : errorsOf(value, validate, path),
  );
}

/** A list of rules, from either way of writing them. */
export function rulesOf(fieldTypes: readonly FieldRule[] | Readonly<Record<string, FieldType>>): readonly FieldRule[] {
  if (Array.isArray(fieldTypes)) return fieldTypes as readonly FieldRule[];
  return Object.entries(fieldTypes).map(([field, type]) => ({ field, type: type as FieldType }));
}

function schemaOf({ type, nullable, minLength, maxLength, minimum, maximum, pattern, oneOf }: FieldRule): JsonObject {
  const format = FORMATS[type];
  const base = format === undefined ? type : 'string';
  const sizes =
    base === 'array' ? ['minItems', 'maxItems'] : base === 'object' ? ['minProperties', 'maxProperties'] : [];
  const [least = 'minLength', most = 'maxLength'] = sizes;
  const limits = Object.entries({ minimum, maximum, pattern, [least]: minLength, [most]: maxLength });
  const rule: JsonObject = {
    ...(base === 'any' ? {} : { type: base }),
    ...(format === undefined ? {} : { format }),
    ...Object.fromEntries(limits.filter((entry): entry is [string, string | number] => entry[1] !== undefined)),
    ...(oneOf === undefined ? {} : { enum: [...oneOf] }),
  };
  return nullable === true ? { if: { not: { type: 'null' } }, then: rule } : rule;
}

function placesOf(data: Json, field: string) {
  const places = placesAt(data, field);
  if (places !== undefined) return places;
  const message = `"${field}" is no path of a field. Write it like customer.email or lines[*].sku.`;
  throw new NodeError({ code: 'VALIDATION_FIELD_INVALID', fault: 'user', message });
}

function isEmpty(value: Json): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
