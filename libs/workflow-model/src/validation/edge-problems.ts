import { ERROR_PORT } from '../port-ids';
import type { WorkflowEdge, WorkflowNode } from '../document';
import type { PortDefinition } from '../node-definition';
import { outputPorts } from '../ports';
import type { Problem } from '../problem';
import { didYouMean, isTrigger, nodeName } from './validation-context';
import type { ValidationContext } from './validation-context';

/** Edges that lead nowhere, into triggers or twice the same way, and failures that are routed to a port without an edge. */
export function edgeProblems(context: ValidationContext): readonly Problem[] {
  const { edges } = context.document;
  return [
    ...edges.flatMap((edge, index) => [
      ...unknownEnd(context, edge, index, 'source'),
      ...unknownEnd(context, edge, index, 'target'),
      ...unknownSourceHandle(context, edge, index),
      ...unknownTargetHandle(context, edge, index),
    ]),
    ...repeatedEdges(edges),
    ...unusedErrorPorts(context),
  ];
}

function unknownEnd(
  context: ValidationContext,
  edge: WorkflowEdge,
  index: number,
  end: 'source' | 'target',
): Problem[] {
  if (context.nodes.has(edge[end])) return [];
  const direction = end === 'source' ? 'comes from' : 'leads to';
  const suggestion = didYouMean(context.suggest(context.nodes.keys(), edge[end]));
  const message = `Edge "${edge.id}" ${direction} "${edge[end]}", which is no node; remove the edge or connect it.${suggestion}`;
  return [{ code: 'DANGLING_EDGE', severity: 'error', message, edgeId: edge.id, path: ['edges', index, end] }];
}

function unknownSourceHandle(context: ValidationContext, edge: WorkflowEdge, index: number): Problem[] {
  const node = context.nodes.get(edge.source);
  const definition = context.definitions.get(edge.source);
  if (node === undefined || definition === undefined) return [];
  const { ports, open } = outputPorts(definition, node);
  if (open || ports.some((port) => port.id === edge.sourceHandle)) return [];
  const remedy =
    edge.sourceHandle === ERROR_PORT
      ? 'set what happens on error to "error-port" in its settings or remove the edge'
      : remedyFor(context, ports, edge.sourceHandle, 'output');
  const message = `Edge "${edge.id}" leaves node ${nodeName(node)} by the output "${edge.sourceHandle}", which it does not have; ${remedy}`;
  return [danglingHandle(edge, node, message, ['edges', index, 'sourceHandle'])];
}

function unknownTargetHandle(context: ValidationContext, edge: WorkflowEdge, index: number): Problem[] {
  const node = context.nodes.get(edge.target);
  const definition = context.definitions.get(edge.target);
  if (node === undefined || definition === undefined) return [];
  if (isTrigger(context, node.id)) return [edgeIntoTrigger(edge, node, index)];
  if (definition.inputs.some((port) => port.id === edge.targetHandle)) return [];
  const remedy = remedyFor(context, definition.inputs, edge.targetHandle, 'input');
  const message = `Edge "${edge.id}" leads to the input "${edge.targetHandle}" of node ${nodeName(node)}, which it does not have; ${remedy}`;
  return [danglingHandle(edge, node, message, ['edges', index, 'targetHandle'])];
}

function remedyFor(
  { suggest }: ValidationContext,
  ports: readonly PortDefinition[],
  wanted: string,
  side: 'input' | 'output',
): string {
  const ids = ports.map((port) => port.id);
  if (ids.length === 0) return `remove the edge: the node has no ${side}.`;
  const choices = ids.slice(0, 10).map((id) => `"${id}"`);
  return `use ${choices.join(', ')}${ids.length > 10 ? ', ...' : ''} or remove the edge.${didYouMean(suggest(ids, wanted))}`;
}

function danglingHandle(
  edge: WorkflowEdge,
  node: WorkflowNode,
  message: string,
  path: readonly (string | number)[],
): Problem {
  return { code: 'DANGLING_EDGE', severity: 'error', message: closed(message), nodeId: node.id, edgeId: edge.id, path };
}

function closed(sentence: string): string {
  return /[.?]$/.test(sentence) ? sentence : `${sentence}.`;
}

function edgeIntoTrigger(edge: WorkflowEdge, node: WorkflowNode, index: number): Problem {
  const message = `Edge "${edge.id}" leads into the trigger ${nodeName(node)}; triggers begin a run, so remove the edge.`;
  const path = ['edges', index, 'target'];
  return { code: 'EDGE_INTO_TRIGGER', severity: 'error', message, nodeId: node.id, edgeId: edge.id, path };
}

function repeatedEdges(edges: readonly WorkflowEdge[]): Problem[] {
  const ids = new Set<string>();
  const connections = new Set<string>();
  return edges.flatMap((edge, index): Problem[] => {
    const problems: Problem[] = [];
    const connection = JSON.stringify([edge.source, edge.sourceHandle, edge.target, edge.targetHandle]);
    if (ids.has(edge.id)) {
      const message = `Several edges have the id "${edge.id}"; give the later one another id.`;
      problems.push({
        code: 'DUPLICATE_EDGE_ID',
        severity: 'error',
        message,
        edgeId: edge.id,
        path: ['edges', index, 'id'],
      });
    }
    if (connections.has(connection)) {
      const message = `Edge "${edge.id}" connects "${edge.source}" and "${edge.target}" by the same ports as an earlier one; remove it.`;
      problems.push({ code: 'DUPLICATE_EDGE', severity: 'warning', message, edgeId: edge.id, path: ['edges', index] });
    }
    ids.add(edge.id);
    connections.add(connection);
    return problems;
  });
}

function unusedErrorPorts(context: ValidationContext): Problem[] {
  const used = new Set(
    context.document.edges.filter((edge) => edge.sourceHandle === ERROR_PORT).map((edge) => edge.source),
  );
  return [...context.nodes.values()]
    .filter((node) => node.settings.onError === 'error-port' && !used.has(node.id))
    .map((node) => ({
      code: 'ERROR_PORT_UNUSED',
      severity: 'warning',
      message: `Failures of node ${nodeName(node)} go to its error port, from which no edge leads; connect it or let the run stop.`,
      nodeId: node.id,
    }));
}
