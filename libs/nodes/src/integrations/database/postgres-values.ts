import type { Json } from '@millrace/workflow-model';
import { types } from 'pg';

type Parse = (text: string) => Json;

const { builtins } = types;
const TYPE_NAMES = new Map(Object.entries(builtins).map(([name, oid]) => [Number(oid), name.toLowerCase()]));

const finite: Parse = (text) => (Number.isFinite(Number(text)) ? Number(text) : text);
/** Without a zone, as the column has none. */
const local: Parse = (text) => text.replace(' ', 'T');
const json: Parse = (text) => JSON.parse(text) as Json;
const base64: Parse = (text) => (text.startsWith('\\x') ? Buffer.from(text.slice(2), 'hex').toString('base64') : text);

/** As the server writes it, such as `2026-01-15 11:00:00.5+01`; years before Christ and infinity stay text. */
function instant(text: string): Json {
  const date = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
}

const PARSERS = new Map<number, Parse>([
  [builtins.BOOL, (text) => text === 't'],
  [builtins.INT2, Number],
  [builtins.INT4, Number],
  [builtins.OID, Number],
  [builtins.FLOAT4, finite],
  [builtins.FLOAT8, finite],
  [builtins.JSON, json],
  [builtins.JSONB, json],
  [builtins.TIMESTAMPTZ, instant],
  [builtins.TIMESTAMP, local],
  [builtins.BYTEA, base64],
]);

/** Types of lists by the type of what is in them. */
const ELEMENTS = new Map<number, number>([
  ...([
    [1000, builtins.BOOL],
    [1005, builtins.INT2],
    [1007, builtins.INT4],
    [1016, builtins.INT8],
    [1009, builtins.TEXT],
    [1015, builtins.VARCHAR],
    [1021, builtins.FLOAT4],
    [1022, builtins.FLOAT8],
    [1231, builtins.NUMERIC],
    [1115, builtins.TIMESTAMP],
    [1185, builtins.TIMESTAMPTZ],
    [1182, builtins.DATE],
    [2951, builtins.UUID],
    [199, builtins.JSON],
    [3807, builtins.JSONB],
    [1001, builtins.BYTEA],
  ] as const),
]);

/** The types of pg tell another shape than it has. */
const lists = types.arrayParser as unknown as {
  create(text: string, transform: (item: string | null) => Json): { parse(): Json };
};

const asText: Parse = (text) => text;

function parserOf(oid: number): Parse {
  const element = ELEMENTS.get(oid);
  if (element === undefined) return PARSERS.get(oid) ?? asText;
  const parse = PARSERS.get(element) ?? asText;
  return (text) => lists.create(text, (item) => (item === null ? null : parse(item))).parse();
}

/** How values become JSON: `bigint` and `numeric` as text, so that no digit is lost, times as ISO 8601, bytes as Base64. */
export const jsonTypes = { getTypeParser: (oid: number) => parserOf(oid) };

/** What people call a type. */
export function typeName(oid: number): string {
  const element = ELEMENTS.get(oid);
  return element === undefined ? (TYPE_NAMES.get(oid) ?? `oid ${oid}`) : `${typeName(element)}[]`;
}

/** A value as it is bound: objects, and lists that hold some, are JSON; other lists are lists of the database. */
export function boundValue(value: Json): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.some((item) => typeof item === 'object' && item !== null && !Array.isArray(item))
    ? JSON.stringify(value)
    : value;
}
