import { CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';

function refuse(message: string, cause?: unknown): never {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' }, originalError: cause as Error });
}

const forbiddenKeys = new Set(['__proto__']);

function assertOwnJson(value: unknown): unknown {
  const open: unknown[] = [value];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (typeof item !== 'object' || item === null) continue;
    for (const key of Object.keys(item)) {
      if (forbiddenKeys.has(key)) refuse(`JSON must not have a key named ${key}`);
      const child = (item as Record<string, unknown>)[key];
      if (child !== undefined) open.push(child);
    }
  }
  return value;
}

/** Any JSON value, as it is: for payloads and documents whose shape the schema does not know. */
@Scalar('JSON')
export class JsonScalar implements CustomScalar<unknown, unknown> {
  readonly description = 'Any JSON value.';

  parseValue(value: unknown): unknown {
    return assertOwnJson(value);
  }

  serialize(value: unknown): unknown {
    return value;
  }

  parseLiteral(node: ValueNode, variables?: Record<string, unknown> | null): unknown {
    // graphql-js makes null-prototype objects here; round-tripping gives plain ones.
    return assertOwnJson(JSON.parse(JSON.stringify(valueFromASTUntyped(node, variables) ?? null)));
  }
}

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function dateOf(text: unknown): Date {
  const date = typeof text === 'string' && isoTime.test(text) ? new Date(text) : new Date(NaN);
  if (Number.isNaN(date.getTime())) refuse('A DateTime is ISO 8601 with a zone, such as 2026-01-31T09:30:00Z');
  return date;
}

/** An instant: a `Date` in code, ISO 8601 in UTC outside. */
@Scalar('DateTime', () => Date)
export class DateTimeScalar implements CustomScalar<string, Date> {
  readonly description = 'An instant, ISO 8601 with a zone; always given out in UTC.';

  parseValue(value: unknown): Date {
    return dateOf(value);
  }

  serialize(value: unknown): string {
    const date = value instanceof Date ? value : new Date(value as string | number);
    return date.toISOString();
  }

  parseLiteral(node: ValueNode): Date {
    return dateOf(node.kind === Kind.STRING ? node.value : undefined);
  }
}
