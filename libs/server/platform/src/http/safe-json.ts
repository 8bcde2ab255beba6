import { parse } from 'secure-json-parse';
import { DomainError, invalid } from '../errors/domain-error';

/** Levels of objects and lists inside each other. */
export const MAX_JSON_DEPTH = 100;
/** Keys of objects and items of lists together. */
export const MAX_JSON_PARTS = 500_000;

/**
 * Parses JSON of strangers: no `__proto__`, no `constructor.prototype`, not too deep, not too many parts.
 * @throws DomainError `BODY_MALFORMED`, `BODY_FORBIDDEN_KEY`, `BODY_TOO_DEEP`, `BODY_TOO_MANY_PARTS` (400)
 */
export function parseSafeJson(text: string): unknown {
  let value: unknown;
  try {
    value = parse(text, null, { protoAction: 'error', constructorAction: 'error' });
  } catch (error) {
    throw describeParseError(error);
  }
  assertModest(value);
  return value;
}

function describeParseError(error: unknown): DomainError {
  const message = error instanceof Error ? error.message : '';
  if (message.includes('forbidden prototype property')) {
    return invalid(
      'BODY_FORBIDDEN_KEY',
      'The JSON has a key __proto__ or constructor.prototype, which is not allowed.',
    );
  }
  return new DomainError({
    code: 'BODY_MALFORMED',
    status: 400,
    message: `The body is not valid JSON: ${message}`,
    cause: error,
  });
}

const childrenOf = (item: object): unknown[] => (Array.isArray(item) ? item : Object.values(item));
const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

function assertModest(root: unknown): void {
  let level = [root].filter(isContainer);
  let parts = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MAX_JSON_DEPTH)
      throw invalid('BODY_TOO_DEEP', `The JSON is nested deeper than ${MAX_JSON_DEPTH} levels.`);
    const next: object[] = [];
    for (const item of level) parts += collectContainers(item, next);
    if (parts > MAX_JSON_PARTS)
      throw invalid('BODY_TOO_MANY_PARTS', `The JSON has more than ${MAX_JSON_PARTS} keys and items.`);
    level = next;
  }
}

/** Adds what is inside `item` and can hold more to `found`; returns how many parts `item` has. */
function collectContainers(item: object, found: object[]): number {
  const children = childrenOf(item);
  for (const child of children) if (isContainer(child)) found.push(child);
  return children.length;
}
