import { formatCount, STATUS_LOOKS } from '@millrace/web-ui/base';
import type { EditorSession } from '../session/editor-session';

/** A node in words: "HTTP request “Fetch data”, failed, 1 input, 2 outputs". */
export function describeNode(session: EditorSession, nodeId: string): string {
  const node = session.node(nodeId);
  if (node === undefined) return '';
  const status = session.run.node(nodeId)()?.status;
  const problems = session.problems.of(nodeId).length;
  const inputs = session.index().incoming(nodeId).length;
  const outputs = session.index().outgoing(nodeId).length;
  return [
    `${session.catalogue.of(node)?.title ?? node.type} “${node.label}”`,
    node.enabled ? undefined : 'disabled',
    status === undefined ? undefined : STATUS_LOOKS[status].word.toLowerCase(),
    session.breakpoints.has(nodeId) ? 'breakpoint' : undefined,
    session.run.pausedAt().includes(nodeId) ? 'run paused before it' : undefined,
    session.pins.isPinned(nodeId) ? 'output pinned' : undefined,
    problems > 0 ? formatCount(problems, 'problem') : undefined,
    formatCount(inputs, 'input'),
    formatCount(outputs, 'output'),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
