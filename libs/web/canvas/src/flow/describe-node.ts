import { formatCount, STATUS_LOOKS } from '@millrace/web-ui/base';
import { type WorkflowNode, calledIdOf } from '@millrace/workflow-model';
import type { EditorSession } from '../session/editor-session';
import { turnSentence, turnWords } from '../turns/turn-words';
import { waitWords } from './wait-words';

/** A node in words: "HTTP request “Fetch data”, failed, 1 input, 2 outputs". */
export function describeNode(session: EditorSession, nodeId: string): string {
  const node = session.node(nodeId);
  if (node === undefined) return '';
  const run = session.run.node(nodeId)();
  const status = run?.status;
  const problems = session.problems.of(nodeId).length;
  const inputs = session.index().incoming(nodeId).length;
  const outputs = session.index().outgoing(nodeId).length;
  return [
    `${session.catalogue.of(node)?.title ?? node.type} “${node.label}”`,
    node.enabled ? undefined : 'disabled',
    status === undefined ? undefined : STATUS_LOOKS[status].word.toLowerCase(),
    (run && waitWords(run, session.run.lookedAtMs() ?? Date.now())) || undefined,
    calledWords(session, node),
    session.breakpoints.has(nodeId) ? 'breakpoint' : undefined,
    session.run.pausedAt().includes(nodeId) ? 'run paused before it' : undefined,
    session.pins.isPinned(nodeId) ? 'output pinned' : undefined,
    node.description ? 'has a note' : undefined,
    problems > 0 ? formatCount(problems, 'problem') : undefined,
    loopWords(session, nodeId),
    formatCount(inputs, 'input'),
    formatCount(outputs, 'output'),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

function calledWords({ catalogue, params }: EditorSession, node: WorkflowNode): string | undefined {
  const definition = catalogue.of(node);
  const name = definition && params.called.known().get(calledIdOf(definition, node) ?? '')?.name;
  return name && `runs “${name}”`;
}

/** What is inside a loop and how far it is, and which loop a node is inside. */
function loopWords(session: EditorSession, nodeId: string): string | undefined {
  const index = session.index();
  const [around] = index.loopsAround(nodeId);
  const inside = index.childrenOf(nodeId).length;
  const { loop, path } = session.run.node(nodeId)() ?? {};
  const words = [
    inside > 0 ? `${formatCount(inside, 'step')} inside` : undefined,
    loop === undefined ? undefined : turnSentence(loop),
    around === undefined ? undefined : `inside loop “${index.node(around)?.label ?? around}”`,
    path === undefined ? undefined : turnWords(path),
  ].filter((part) => part !== undefined);
  return words.length === 0 ? undefined : words.join(', ');
}
