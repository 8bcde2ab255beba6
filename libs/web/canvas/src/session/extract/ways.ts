import { MAIN_PORT, type WorkflowNode, outputPorts } from '@millrace/workflow-model';
import type { OperationContext } from '../operations/operation';

type Graph = Pick<OperationContext, 'index' | 'lookup'>;

/** Goes live only when a wait ended without what it waited for. */
const TIMEOUT_PORT = 'timeout';
/** Stands for ports that are only known while it runs. */
const SOME_PORT = '\u0000';

/** Ports that may be live when a node ended well; none of a node that only ever fails its run. */
export function waysOutOf({ lookup }: Pick<Graph, 'lookup'>, node: WorkflowNode): readonly string[] {
  const definition = lookup(node.type, node.typeVersion) ?? lookup(node.type);
  if (!node.enabled || definition === undefined) return [MAIN_PORT];
  const { ports, open } = outputPorts(definition, node);
  const waits = node.config[TIMEOUT_PORT] !== undefined && node.config[TIMEOUT_PORT] !== '';
  const live = ports.map(({ id }) => id).filter((id) => id !== TIMEOUT_PORT || waits || definition.traits.branches);
  return open ? [...live, SOME_PORT] : live;
}

/** Whether a run that ends well may end at a node: one of its ways leads nowhere. */
export function mayEndAt(graph: Graph, node: WorkflowNode): boolean {
  const wired = new Set(graph.index.outgoing(node.id).map(({ sourceHandle }) => sourceHandle));
  return waysOutOf(graph, node).some((port) => !wired.has(port));
}

/** A part of one level, where it is entered, and the place in it that is asked for. */
export interface Stretch {
  readonly ids: ReadonlySet<string>;
  readonly entryId: string;
  readonly nodeId: string;
  /** Without one, it is enough that the node runs. */
  readonly port?: string;
}

/** Whether a run that enters a part and ends well may leave out a node of it, or one of its ports. */
export function mayMiss(graph: Graph, { ids, entryId, nodeId, port }: Stretch): boolean {
  const known = new Map<string, boolean>();
  const misses = (id: string): boolean => {
    if (id === nodeId && port === undefined) return false;
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, true);
    const node = graph.index.node(id);
    const missed =
      node !== undefined &&
      waysOutOf(graph, node).some((way) => {
        if (id === nodeId) return way !== port;
        const onward = graph.index.outgoing(id).filter(({ sourceHandle }) => sourceHandle === way);
        return onward.every(({ target }) => !ids.has(target) || misses(target));
      });
    known.set(id, missed);
    return missed;
  };
  return misses(entryId);
}
