import type { DefinitionLookup } from '../node-definition';
import type { ParsedDocument } from '../parse-document';

/** What stands in for parts that an imported document may lack. */
export interface ExchangeDefaults {
  readonly id?: string;
  readonly name?: string;
}

/**
 * Reads the exchange form: node types `trigger`, `action`, `activity`, edges without ids or handles, a given
 * `executionOrder`. Documents in our own form come out as they are. Shape only: `validateDocument` tells the rest.
 */
export function fromExchange(
  input: unknown,
  lookup: DefinitionLookup,
  defaults: ExchangeDefaults = {},
): ParsedDocument {
  throw new Error(`not there yet: ${typeof input} ${typeof lookup} ${typeof defaults}`);
}
