import { type Json, MAIN_PORT, type Position, type WorkflowNode } from '@millrace/workflow-model';
import { addNode } from '../operations/add-node';
import { framesOf, loopAt } from '../operations/frames';
import { ROW_HEIGHT, nodeBox, overlap, snapped } from '../operations/geometry';
import { type Outcome, type Refusal, type RewritingContext, isRefusal, refuse } from '../operations/operation';
import type { Pins } from '../pins/pinned-data';
import { type ClipboardContent, ownAccountsOnly, readClipboard } from './clipboard-format';
import { type Inserted, contentBounds, insertContent } from './insert-content';

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
/** After so many rows it is pasted where it was meant to go. */
const MOST_TRIES = 100;

/** Works out what a text is: our own clipboard, a workflow, a curl command or an address, or JSON for a trigger. */
export function pasteText(context: RewritingContext, text: string, at: PasteAt): Pasted {
  const curl = context.expressions.readCurl(isAddress(text) ? `curl '${text.trim()}'` : text);
  if (curl !== undefined) {
    const place = { kind: 'free', position: at.position } as const;
    return inserted(addNode(context, { type: HTTP_REQUEST, label: curl.label, config: curl.config, place }));
  }
  const value = parsed(text);
  if (value === undefined) {
    return refused(
      'NOT_PASTEABLE',
      'Only steps, workflows, curl commands, addresses and JSON can be pasted on the canvas.',
    );
  }
  return pasteJson(context, value, at);
}

function pasteJson(context: RewritingContext, value: Json, at: PasteAt): Pasted {
  const own = readClipboard(value, context.expressions, context.accounts);
  if (own !== undefined) {
    if ('content' in own) return content(context, own.content, { at, label: 'Paste' });
    return refused('CLIPBOARD_BROKEN', `What was copied cannot be read: ${own.problems[0]?.message ?? ''}`);
  }
  if (isOfN8n(value)) return refused('FROM_N8N', 'This was copied in n8n. Its nodes cannot be pasted here yet.');
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
  const position = besideOthers(context, copied, at.position);
  const loop = loopAt(context.index, framesOf(context), position);
  const parentOf = ({ type, typeVersion }: WorkflowNode): string | undefined =>
    context.lookup(type, typeVersion)?.traits.trigger === true ? undefined : loop;
  return { kind: 'operation', operation: insertContent(context, copied, { position, label, parentOf }) };
}

/** The wished corner, or the first below it where no card of the copy lies on another: what is pasted twice is seen twice. */
function besideOthers({ index }: RewritingContext, copied: ClipboardContent, wished: Position): Position {
  const bounds = contentBounds(copied) ?? wished;
  const taken = index.document.nodes.map(nodeBox);
  const isTaken = ({ x, y }: Position): boolean =>
    copied.nodes.some((node) => {
      const { position } = node;
      const box = nodeBox({ position: { x: position.x - bounds.x + x, y: position.y - bounds.y + y } });
      return taken.some((other) => overlap(box, other));
    });
  let place = snapped(wished);
  for (let tries = 0; tries < MOST_TRIES && isTaken(place); tries += 1) place = { x: place.x, y: place.y + ROW_HEIGHT };
  return place;
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

/** An address alone: what answers there is asked. */
function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s']+$/i.test(text.trim());
}

/** n8n writes connections by the names of nodes, and its types begin with those of packages. */
function isOfN8n(value: Json): boolean {
  if (!isObject(value) || !Array.isArray(value['nodes']) || 'edges' in value) return false;
  const isNode = (node: Json): boolean => isObject(node) && Array.isArray(node['position']) && 'parameters' in node;
  return isObject(value['connections']) || (value['nodes'].length > 0 && value['nodes'].every(isNode));
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function looksLikeWorkflow(value: Json): boolean {
  return (
    isObject(value) && Array.isArray(value['nodes']) && value['nodes'].every((node) => isObject(node) && 'type' in node)
  );
}
