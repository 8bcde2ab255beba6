import type { OutputUnit, Schema } from '@cfworker/json-schema';
import { getPath } from '../data/get-path';
import { isObject } from '../data/is-object';
import type { JsonObject } from '../json';
import { instancePath } from './instance-path';
import { schemaAt } from './schema-at';

/** An error of a schema that has no further errors as its cause. */
export interface LeafError {
  readonly keyword: string;
  /** Pointer to the judged value, such as `#/rules/0`. */
  readonly instance: string;
  /** Way through the schema: keywords, names and numbers. */
  readonly location: readonly string[];
  readonly text: string;
}

/** Keywords that only pass on what lies below them. */
const PASSING: ReadonlySet<string> = new Set([
  '$ref',
  'properties',
  'patternProperties',
  'additionalProperties',
  'items',
  'prefixItems',
  'anyOf',
  'allOf',
  'if',
]);

const NAMED: ReadonlySet<string> = new Set(['properties', 'patternProperties']);

/** What was judged and by what, for choosing among alternatives. */
export interface Judged {
  readonly schema: Schema;
  readonly config: JsonObject;
}

interface Search extends Judged {
  /** The failed unions themselves, as place in the schema and judged value. */
  readonly unions: ReadonlySet<string>;
}

/** Errors worth telling: of several alternatives that all fail, only those of the one that was probably meant. */
export function leafErrors(units: readonly OutputUnit[], judged: Judged): readonly LeafError[] {
  const unions = new Set(
    units
      .filter((unit) => unit.keyword === 'anyOf')
      .map(leafOf)
      .map((union) => unionKey(union.location, union.instance)),
  );
  const leaves = units.filter((unit) => !PASSING.has(unit.keyword)).map(leafOf);
  return narrow(leaves, { ...judged, unions }, 0);
}

function leafOf(unit: OutputUnit): LeafError {
  return {
    keyword: unit.keyword,
    instance: unit.instanceLocation,
    location: unit.keywordLocation.split('/').slice(1),
    text: unit.error,
  };
}

function narrow(leaves: readonly LeafError[], search: Search, from: number): readonly LeafError[] {
  const told: LeafError[] = [];
  const groups = new Map<string, LeafError[]>();
  for (const leaf of leaves) {
    if (isWithinPropertyName(leaf)) continue;
    const at = alternativesAt(leaf.location, from);
    if (at === -1) {
      told.push(leaf);
      continue;
    }
    const key = `${leaf.location.slice(0, at).join('/')} ${unionInstance(leaf, search.unions, at)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [leaf]);
    else group.push(leaf);
  }
  return [...told, ...[...groups.values()].flatMap((group) => likeliest(group, search, from))];
}

/** The name itself is told once, by `propertyNames`. */
function isWithinPropertyName(leaf: LeafError): boolean {
  const at = leaf.location.findIndex(
    (key, index) => key === 'propertyNames' && !NAMED.has(leaf.location[index - 1] ?? ''),
  );
  return at !== -1 && at < leaf.location.length - 1;
}

/** Where the next `anyOf` stands in a location; a param of that name is none. */
function alternativesAt(location: readonly string[], from: number): number {
  for (let index = from; index < location.length; index += 1) {
    if (location[index] === 'anyOf') return index;
    if (NAMED.has(location[index] ?? '')) index += 1;
  }
  return -1;
}

/** Value that the alternatives judge: elements of a list share their place in the schema, so it is looked for from the error upwards. */
function unionInstance(leaf: LeafError, unions: ReadonlySet<string>, at: number): string {
  const place = leaf.location.slice(0, at + 1);
  let instance = leaf.instance;
  while (!unions.has(unionKey(place, instance)) && instance.includes('/')) {
    instance = instance.slice(0, instance.lastIndexOf('/'));
  }
  return instance;
}

function unionKey(place: readonly string[], instance: string): string {
  return `${place.join('/')} ${instance}`;
}

function likeliest(group: readonly LeafError[], search: Search, from: number): readonly LeafError[] {
  const first = group[0];
  if (first === undefined) return [];
  const at = alternativesAt(first.location, from);
  const instance = unionInstance(first, search.unions, at);
  const branches = new Map<string, LeafError[]>();
  for (const leaf of group) {
    const branch = leaf.location[at + 1] ?? '';
    const leaves = branches.get(branch);
    if (leaves === undefined) branches.set(branch, [leaf]);
    else leaves.push(leaf);
  }
  const judged = [...branches].map(([branch, leaves]) => {
    const errors = narrow(leaves, search, at + 2);
    const strangers = strangerCount(search, [...first.location.slice(0, at + 1), branch], instance);
    return { errors, distance: distance(errors, instance) + strangers * STRANGE_KEY };
  });
  const least = Math.min(...judged.map((branch) => branch.distance));
  const nearest = judged.filter((branch) => branch.distance === least);
  // Values of another kind than every alternative: all of them are choices.
  return least >= WRONG_KIND ? nearest.flatMap((branch) => branch.errors) : (nearest[0]?.errors ?? []);
}

const WRONG_KIND = 1_000_000;
const WRONG_LABEL = 1_000;
const MISSING_KEY = 10;
const STRANGE_KEY = 5;

/** How far a value is from an alternative: of another kind, with another discriminator, without its keys, or with so many errors inside. */
function distance(errors: readonly LeafError[], instance: string): number {
  const isKind = ({ keyword }: LeafError): boolean => keyword === 'type' || keyword === 'const' || keyword === 'enum';
  if (errors.some((error) => error.instance === instance && isKind(error))) return WRONG_KIND;
  const labels = errors.filter((error) => error.keyword === 'const').length;
  const missing = errors.filter((error) => error.keyword === 'required').length;
  return labels * WRONG_LABEL + missing * MISSING_KEY + errors.length;
}

/** Keys of the judged object that an alternative does not know. */
function strangerCount(search: Search, location: readonly string[], instance: string): number {
  const value = getPath(search.config, instancePath(instance, search.config));
  const { properties } = schemaAt(search.schema, [...location, 'properties']);
  if (!isObject(value) || properties === undefined) return 0;
  return Object.keys(value).filter((key) => !Object.hasOwn(properties, key)).length;
}
