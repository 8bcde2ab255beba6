import type { EditorSession } from '@millrace/web-canvas';
import { turnWords } from '@millrace/web-canvas';

/** Longest item that is written out, in characters. */
const LONGEST = 80;

/** A step by name, and inside loops the turn that is looked at with its item: "Check, turn 2 with {"name":"Bob"}". */
export function stepInTurn(session: EditorSession, nodeId: string): string | undefined {
  const label = session.node(nodeId)?.label;
  const path = session.run.runInTurn(nodeId)?.path;
  if (label === undefined || path === undefined) return label;
  const item = session.params.of(nodeId).item?.sample;
  return `${label}, ${turnWords(path)}${item === undefined ? '' : ` with ${shortened(JSON.stringify(item))}`}`;
}

/** A loop by name, and the turn that failed first. */
export function failedLoop(session: EditorSession, nodeId: string): string | undefined {
  const label = session.node(nodeId)?.label;
  const turn = session.run.node(nodeId)()?.loop?.firstFailed;
  return label === undefined || turn === undefined ? label : `${label}, turn ${(turn + 1).toLocaleString('en-GB')}`;
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
