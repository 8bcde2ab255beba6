import canonicalize from 'canonicalize';
import type { Json } from '../json';

/**
 * The one string for a value (RFC 8785): keys sorted, no spaces. Equal values give equal strings whatever the order of
 * their keys; what is undefined counts as absent. Input to a hash.
 * @throws Error when the value is not JSON (NaN, cycles, lone surrogates)
 */
export function canonicalJson(value: Json | object): string {
  return canonicalize(value) ?? 'null';
}
