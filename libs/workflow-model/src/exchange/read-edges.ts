import { isObject } from '../data/is-object';
import { MAIN_PORT } from '../port-ids';
import type { DefinitionLookup, NodeDefinitionData, PortDefinition } from '../node-definition';
import type { Problem } from '../problem';
import { IdPool } from './id-pool';

/** Edges in our own form, as far as they can be read. */
export interface ReadEdges {
  readonly edges: unknown;
  readonly problems: readonly Problem[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the edges of the exchange form: absent handles become the port that is meant, absent ids are made from what the
 * edge connects (the same input gives the same ids), an edge that says the same as an earlier one is left out, and an
 * id that is taken gets a number behind it.
 */
export function readEdges(input: unknown, nodes: readonly unknown[], lookup: DefinitionLookup): ReadEdges {
  if (input === undefined || input === null) return { edges: [], problems: [] };
  if (!Array.isArray(input)) return { edges: input, problems: [] };
  const definitions = definitionsById(nodes, lookup);
  const edges = input.map((edge: unknown) => (isObject(edge) ? withHandles(edge, definitions) : edge));
  const { kept, problems } = withoutRepeats(edges);
  const named = withIds(kept);
  return { edges: named.edges, problems: [...problems, ...named.problems] };
}

function definitionsById(
  nodes: readonly unknown[],
  lookup: DefinitionLookup,
): ReadonlyMap<unknown, NodeDefinitionData> {
  const definitions = new Map<unknown, NodeDefinitionData>();
  for (const node of nodes) {
    if (!isObject(node) || typeof node['type'] !== 'string') continue;
    const definition = lookup(node['type'], Number(node['typeVersion'])) ?? lookup(node['type']);
    if (definition !== undefined) definitions.set(node['id'], definition);
  }
  return definitions;
}

function withHandles(edge: Fields, definitions: ReadonlyMap<unknown, NodeDefinitionData>): Fields {
  const { sourceHandle, targetHandle, label, id, ...rest } = edge;
  return {
    ...rest,
    ...(isAbsent(id) ? {} : { id }),
    ...(isAbsent(label) ? {} : { label }),
    sourceHandle: isAbsent(sourceHandle) ? meantPort(definitions.get(edge['source'])?.outputs, label) : sourceHandle,
    targetHandle: isAbsent(targetHandle) ? meantPort(definitions.get(edge['target'])?.inputs, undefined) : targetHandle,
  };
}

/** A port with the name of the edge's label, such as `true`; else `main`; else the first of those that there are. */
function meantPort(ports: readonly PortDefinition[] | undefined, label: unknown): string {
  const word = typeof label === 'string' ? label.trim().toLowerCase() : undefined;
  const labelled = ports?.find((port) => [port.id, port.label].some((name) => name?.toLowerCase() === word));
  if (labelled !== undefined && word !== undefined) return labelled.id;
  if (ports === undefined || ports.some((port) => port.id === MAIN_PORT)) return MAIN_PORT;
  return ports[0]?.id ?? MAIN_PORT;
}

function withoutRepeats(edges: readonly unknown[]): { kept: unknown[]; problems: Problem[] } {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  const kept = edges.filter((edge, index) => {
    if (!isObject(edge)) return true;
    const key = JSON.stringify([edge['source'], edge['sourceHandle'], edge['target'], edge['targetHandle']]);
    if (!seen.has(key)) return seen.add(key);
    const message = `Edge ${index + 1} from "${String(edge['source'])}" to "${String(edge['target'])}" says the same as an earlier one and was left out; nothing is to be done.`;
    problems.push({ code: 'DUPLICATE_EDGE', severity: 'warning', message, path: ['edges', index] });
    return false;
  });
  return { kept, problems };
}

function withIds(edges: readonly unknown[]): ReadEdges {
  // Given ids come first, so that a made one never takes a name that a later edge brings along.
  const ids = new IdPool(edges.map((edge) => (isObject(edge) ? edge['id'] : undefined)));
  const problems: Problem[] = [];
  const named = edges.map((edge) => {
    if (!isObject(edge)) return edge;
    const own = edge['id'];
    if (own === undefined) return { ...edge, id: ids.made(madeId(edge)) };
    if (typeof own !== 'string') return edge;
    const id = ids.given(own);
    if (id !== own) {
      const message = `Two edges have the id "${own}"; the later one is now "${id}". Nothing is to be done.`;
      problems.push({ code: 'DUPLICATE_EDGE_ID', severity: 'warning', message, edgeId: id });
    }
    return { ...edge, id };
  });
  return { edges: named, problems };
}

function madeId(edge: Fields): string {
  const end = (node: unknown, handle: unknown): string =>
    handle === MAIN_PORT ? String(node) : `${String(node)}:${String(handle)}`;
  const id = `${end(edge['source'], edge['sourceHandle'])}->${end(edge['target'], edge['targetHandle'])}`;
  // Room for a number within the limit of ids.
  return id.slice(0, 190);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
