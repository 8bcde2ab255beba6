import type { NodeSettings, NodeTraits, WorkflowEdge } from '@millrace/workflow-model';

/** A node as the engine sees it: no type, only traits. */
export interface GraphNode {
  readonly id: string;
  readonly enabled: boolean;
  readonly traits: NodeTraits;
  readonly settings: NodeSettings;
  /** Place in the deterministic order: topological, then document order. */
  readonly order: number;
  /** Edges in document order. */
  readonly incoming: readonly WorkflowEdge[];
  readonly outgoing: readonly WorkflowEdge[];
  /** What every turn of the node runs, for nodes that iterate. */
  readonly body?: ExecutionGraph;
}

/** A workflow made ready for `decide`; immutable and shared by every run of the same version. */
export interface ExecutionGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** Ids in deterministic order. */
  readonly order: readonly string[];
  /** Milliseconds for the whole run. */
  readonly timeoutMs?: number;
}
