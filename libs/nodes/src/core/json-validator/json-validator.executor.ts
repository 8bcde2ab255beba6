import { failed, implementNode, output } from '@millrace/node-sdk';
import type { Outcome, ParamsOf } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { parse } from 'secure-json-parse';
import { draftOf } from './compile-schema';
import { brokenRules, missingFields, rulesOf } from './field-rules';
import type { FieldRule, FieldType } from './field-rules';
import { jsonValidatorDefinition } from './json-validator.definition';
import { readSchema, schemaErrors } from './schema-check';
import type { ValidationError } from './validation-error';

/** Errors that are told; the others are only counted. */
const MAX_ERRORS = 100;

type Params = ParamsOf<typeof jsonValidatorDefinition>;

/** Passes valid data through; tells what is wrong with the rest. */
export const jsonValidatorNode = implementNode(jsonValidatorDefinition, {
  run: (ctx, params) => {
    const given = params.value === undefined ? ctx.input : params.value;
    const read = params.parseText && typeof given === 'string' ? readText(given) : { data: given, errors: [] };
    const errors = read.errors.length > 0 ? read.errors : errorsIn(read.data, params);
    return errors.length === 0 ? output(read.data, 'valid') : invalid(read.data, errors, params);
  },
});

function errorsIn(data: Json, params: Params): ValidationError[] {
  const rules = rulesOf(params.fieldTypes as readonly FieldRule[] | Readonly<Record<string, FieldType>>);
  const required = [...params.requiredFields, ...rules.filter((rule) => rule.required).map((rule) => rule.field)];
  const found = [...missingFields(data, [...new Set(required)], params), ...brokenRules(data, rules)];
  if (params.schema === undefined || params.schema === '') return found;
  const schema = readSchema(params.schema);
  return [...found, ...schemaErrors(data, schema, { draft: params.draft === 'auto' ? draftOf(schema) : params.draft })];
}

function invalid(data: Json, errors: readonly ValidationError[], { onInvalid }: Params): Outcome {
  const told = errors.slice(0, MAX_ERRORS).map((error) => ({ ...error }));
  if (onInvalid === 'port') {
    return output({ valid: false, errors: told, errorCount: errors.length, value: data }, 'invalid');
  }
  const [first] = told;
  const where = first?.path === '' ? 'it' : `"${first?.path}"`;
  const others = errors.length === 1 ? '' : ` (and ${errors.length - 1} more)`;
  const message = `The data is not valid: ${where} ${first?.message}${others}.`;
  return failed({
    code: 'VALIDATION_FAILED',
    fault: 'user',
    message,
    details: { errors: told, errorCount: errors.length },
  });
}

function readText(text: string): { data: Json; errors: ValidationError[] } {
  try {
    return { data: parse(text) as Json, errors: [] };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { data: text, errors: [{ path: '', message: `is no JSON: ${error.message}`, keyword: 'json' }] };
  }
}
