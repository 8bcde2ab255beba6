import type { Json, WorkflowNode } from '@millrace/workflow-model';
import { type NodeOutput, type OutputContext, inputOf } from './node-output';
import type { ParamScope } from './param-scope';

/** What `item` and `index` are for a node. */
export interface TurnValues {
  readonly item: NodeOutput;
  readonly index: number;
}

/** Gives what a node that is around this one, or itself, can read. */
type ScopeOf = (node: WorkflowNode) => ParamScope;

/**
 * The item of the loop around a node, or of its own setting "once per item": of the turn that is looked at, else the first
 * of the list as far as that can be worked out. Undefined where there is no item.
 */
export function itemOf(context: OutputContext, nodeId: string, scopeOf: ScopeOf): TurnValues | undefined {
  const node = context.index.node(nodeId);
  const own = node?.settings.forEach;
  const [loopId = ''] = own === undefined ? context.index.loopsAround(nodeId) : [nodeId];
  const loop = context.index.node(loopId);
  if (loop === undefined) return undefined;
  const turn = context.run.turnOf(loopId) ?? 0;
  return { index: turn, item: ofRun(context, loopId, turn) ?? expected(context, loop, { turn, scopeOf }) };
}

function ofRun({ run }: OutputContext, loopId: string, turn: number): NodeOutput | undefined {
  const loop = run.stateOf(loopId)?.loop;
  // A fork can have put something else in the place of the item.
  const own = loop?.turns.get(String(turn))?.item;
  const edited = own && run.valueOf(own);
  if (edited !== undefined) return { source: 'run', sample: edited };
  const asked = loop?.items.findLast(({ from }) => from <= turn);
  const list = asked && run.valueOf(asked.ref);
  if (asked === undefined) return undefined;
  const item = Array.isArray(list) ? list[turn - asked.from] : undefined;
  return item === undefined ? undefined : { source: 'run', sample: item };
}

/** What the list of a loop gives before it has run; a loop without one hands on its input. */
function expected(
  context: OutputContext,
  loop: WorkflowNode,
  { turn, scopeOf }: { readonly turn: number; readonly scopeOf: ScopeOf },
): NodeOutput {
  const items: Json | undefined = loop.settings.forEach?.items ?? loop.config['items'];
  if (items === undefined) return loop.settings.forEach ? { source: 'none' } : inputOf(context, loop.id);
  const list = context.evaluate?.(items, scopeOf(loop));
  if (list === undefined || !('value' in list) || !Array.isArray(list.value)) return { source: 'none' };
  const size = loop.settings.forEach === undefined ? Number(loop.config['batchSize'] ?? 1) : 1;
  const item = size > 1 ? list.value.slice(turn * size, turn * size + size) : (list.value[turn] ?? list.value[0]);
  if (item === undefined) return { source: 'none' };
  return { source: list.kind === 'value' && list.isSample ? 'schema' : 'run', sample: item };
}
