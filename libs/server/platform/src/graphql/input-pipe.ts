import { Injectable, ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { InputError, type InputProblem } from './input-error';

type InputClass = NonNullable<ArgumentMetadata['metatype']>;

const rulesOf = new WeakMap<InputClass, readonly string[]>();

/** The fields of a class that have rules; none for everything that is no decorated class. */
function fieldsWithRules(type: InputClass): readonly string[] {
  const known = rulesOf.get(type);
  if (known) return known;
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', true, false);
  const fields = [...new Set(rules.map(({ propertyName }) => propertyName))];
  rulesOf.set(type, fields);
  return fields;
}

/** class-validator begins each message with the field, which the path says already. */
function messageOf(text: string, property: string): string {
  return text.startsWith(`${property} `) ? text.slice(property.length + 1) : text;
}

function problemsOf(errors: readonly ValidationError[], above: readonly string[]): InputProblem[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const path = [...above, property];
    const own = Object.values(constraints).map((text) => ({ path, message: messageOf(text, property) }));
    return [...own, ...problemsOf(children, path)];
  });
}

/** A code that a rule names for itself with `context: { code }`; the first one counts. */
function codeOf(errors: readonly ValidationError[]): string | undefined {
  const contexts = errors.flatMap((error) => Object.values(error.contexts ?? {})) as { code?: string }[];
  return contexts.find(({ code }) => code !== undefined)?.code;
}

/**
 * Checks arguments of operations against the class-validator rules of their class, for every `@InputType` and `@ArgsType`.
 * Only fields with rules are looked at, and the value is handed on as it came: JSON inside an input is neither walked nor copied.
 */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      stopAtFirstError: true,
      exceptionFactory: (errors) => new InputError(problemsOf(errors, []), codeOf(errors)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { metatype, data } = metadata;
    if (typeof value !== 'object' || value === null || typeof metatype !== 'function') return value;
    const fields = fieldsWithRules(metatype);
    if (fields.length === 0) return value;
    const given = Object.entries(value).filter(([field]) => fields.includes(field));
    try {
      await super.transform(Object.fromEntries(given), metadata);
    } catch (error) {
      throw error instanceof InputError && data ? error.inside(data) : error;
    }
    return value;
  }
}
