import type { NodeSettings, NodeTraits, RetrySettings, WorkflowEdge, WorkflowNode } from '@millrace/workflow-model';
import { compileGraph, type GraphDocument } from '../compile-graph';
import type { ExecutionGraph } from '../graph';

/** A node of a test graph: the settings and traits that matter, all else as by default. */
export interface TestNode extends Omit<NodeTraits, 'trigger'> {
  readonly disabled?: true;
  readonly onError?: NodeSettings['onError'];
  readonly join?: 'all' | 'any';
  readonly retry?: Partial<RetrySettings>;
  /** The loop in whose body it lies. */
  readonly parent?: string;
  /** It runs once per item. */
  readonly each?: true;
}

/** A test graph: nodes by id in document order, edges as `from>to` or `from:port>to`. The first node is the trigger. */
export interface TestGraph {
  readonly nodes: Readonly<Record<string, TestNode>>;
  readonly edges: readonly string[];
  readonly timeoutMs?: number;
}

/** Writes a test graph out as a document. */
export function documentOf(graph: TestGraph): GraphDocument {
  return {
    nodes: Object.entries(graph.nodes).map(([id, node]) => nodeOf(id, node)),
    edges: graph.edges.map(edgeOf),
    settings: { timezone: 'UTC', ...(graph.timeoutMs !== undefined && { timeoutMs: graph.timeoutMs }) },
  };
}

/** Compiles a test graph. */
export function graphOf(graph: TestGraph): ExecutionGraph {
  const [first] = Object.keys(graph.nodes);
  return compileGraph(documentOf(graph), ({ id }) => {
    const { joins, terminal, pure, suspends, branches } = graph.nodes[id] ?? {};
    return { trigger: id === first, joins, terminal, pure, suspends, branches };
  });
}

/** A chain `n0>n1>...` of so many nodes. */
export function chainOf(length: number): TestGraph {
  const ids = Array.from({ length }, (_, index) => `n${index}`);
  return {
    nodes: Object.fromEntries(ids.map((id) => [id, {}])),
    edges: ids.slice(1).map((id, index) => `n${index}>${id}`),
  };
}

/** A trigger `n0`, so many nodes beside each other, and a join behind them all. */
export function fanOf(width: number): TestGraph {
  const ids = Array.from({ length: width }, (_, index) => `n${index + 1}`);
  return {
    nodes: Object.fromEntries(['n0', ...ids, 'join'].map((id) => [id, {}])),
    edges: ids.flatMap((id) => [`n0>${id}`, `${id}>join`]),
  };
}

function nodeOf(id: string, node: TestNode): WorkflowNode {
  const retry = node.retry && {
    maxAttempts: 3,
    backoff: 'fixed' as const,
    baseMs: 1_000,
    maxMs: 60_000,
    ...node.retry,
  };
  return {
    id,
    type: 'test',
    typeVersion: 1,
    label: id,
    enabled: node.disabled !== true,
    position: { x: 0, y: 0 },
    config: {},
    ...(node.parent && { parent: node.parent }),
    settings: {
      onError: node.onError ?? 'stop',
      ...(node.join && { join: node.join }),
      ...(retry && { retry }),
      ...(node.each && { forEach: { items: [], concurrency: 1, onItemError: 'stop' as const } }),
    },
  };
}

function edgeOf(text: string): WorkflowEdge {
  const [from = '', target = ''] = text.split('>');
  const [source = '', sourceHandle = 'main'] = from.split(':');
  return { id: text, source, sourceHandle, target, targetHandle: 'main' };
}
