import { type Json, MAIN_PORT, type Position, type WorkflowNode } from '@millrace/workflow-model';
import { addNode } from '../operations/add-node';
import { framesOf, loopAt } from '../operations/frames';
import { type Outcome, type Refusal, type RewritingContext, isRefusal, refuse } from '../operations/operation';
import type { Pins } from '../pins/pinned-data';
import { type ClipboardContent, ownAccountsOnly, readClipboard } from './clipboard-format';
import { type Inserted, insertContent } from './insert-content';

/** What pasting a text comes to. */
export type Pasted =
  /** Nodes were added. */
  | { readonly kind: 'operation'; readonly operation: Inserted }
  /** The text is data for the selected trigger. */
  | { readonly kind: 'pins'; readonly pins: Pins }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Where a paste goes. */
export interface PasteAt {
  readonly position: Position;
  /** The trigger that plain JSON is pinned on, when one is selected alone. */
  readonly triggerId?: string;
}

/** Type that a curl command becomes. */
const HTTP_REQUEST = 'http-request';

/** Works out what a text is: our own clipboard, a workflow, a curl command, or JSON for a trigger. */
export function pasteText(context: RewritingContext, text: string, at: PasteAt): Pasted {
  const curl = context.expressions.readCurl(text);
  if (curl !== undefined) {
    const place = { kind: 'free', position: at.position } as const;
    return inserted(addNode(context, { type: HTTP_REQUEST, label: curl.label, config: curl.config, place }));
  }
  const value = parsed(text);
  if (value === undefined) {
    return refused('NOT_PASTEABLE', 'Only nodes, workflows, curl commands and JSON can be pasted on the canvas.');
  }
  return pasteJson(context, value, at);
}

function pasteJson(context: RewritingContext, value: Json, at: PasteAt): Pasted {
  const own = readClipboard(value, context.expressions, context.accounts);
  if (own !== undefined) {
    if ('content' in own) return content(context, own.content, { at, label: 'Paste' });
    return refused('CLIPBOARD_BROKEN', `What was copied cannot be read: ${own.problems[0]?.message ?? ''}`);
  }
  if (looksLikeWorkflow(value)) {
    const { document, problems } = context.expressions.fromExchange(value, context.lookup, {
      id: 'clipboard',
      name: 'Clipboard',
    });
    if (document === undefined) {
      return refused('WORKFLOW_BROKEN', `This workflow cannot be read: ${problems[0]?.message ?? ''}`);
    }
    const { edges, notes, groups } = document;
    const nodes = document.nodes.map((node) => ownAccountsOnly(node, context.accounts));
    return content(context, { nodes, edges, stickies: notes, groups, pins: {} }, { at, label: 'Paste workflow' });
  }
  if (at.triggerId !== undefined) return { kind: 'pins', pins: { [at.triggerId]: { [MAIN_PORT]: value } } };
  return refused(
    'JSON_NEEDS_TRIGGER',
    'This is plain data; select a trigger to pin it there, or paste it into a field.',
  );
}

function content(
  context: RewritingContext,
  copied: ClipboardContent,
  { at, label }: { readonly at: PasteAt; readonly label: string },
): Pasted {
  if (copied.nodes.length + copied.stickies.length === 0)
    return refused('CLIPBOARD_EMPTY', 'There are no nodes in it.');
  const loop = loopAt(context.index, framesOf(context), at.position);
  const parentOf = ({ type, typeVersion }: WorkflowNode): string | undefined =>
    context.lookup(type, typeVersion)?.traits.trigger === true ? undefined : loop;
  return { kind: 'operation', operation: insertContent(context, copied, { position: at.position, label, parentOf }) };
}

function inserted(outcome: Outcome): Pasted {
  if (isRefusal(outcome)) return { kind: 'refused', refusal: outcome };
  return { kind: 'operation', operation: { ...outcome, pins: {} } };
}

function refused(code: string, message: string): Pasted {
  return { kind: 'refused', refusal: refuse(code, message) };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function looksLikeWorkflow(value: Json): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Array.isArray(value['nodes']) &&
    value['nodes'].every((node) => typeof node === 'object' && node !== null && 'type' in node)
  );
}
