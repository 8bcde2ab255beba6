import { type DefinitionLookup, type WorkflowDocument, applyEdit } from '@millrace/workflow-model';
import { DocumentIndex } from '../document/document-index';
import type { EditorSession } from '../editor-session';
import { isRefusal } from '../operations/operation';
import { loadLayout, tidyUp } from '../operations/tidy-up';

/** Puts a drafted workflow on the empty canvas, laid out, as one step of undo. A name that somebody gave stays. */
export async function placeDraft(session: EditorSession, drafted: WorkflowDocument): Promise<boolean> {
  const placed = await laidOut(drafted, session.catalogue.lookup);
  const current = session.document();
  const name = /^untitled/i.test(current.name) ? drafted.name : current.name;
  const { nodes, edges } = placed;
  return session.replaceDocument({ ...current, name, nodes, edges }, 'Draft from a description');
}

/** The document in layers from left to right. */
export async function laidOut(document: WorkflowDocument, lookup: DefinitionLookup): Promise<WorkflowDocument> {
  const outcome = tidyUp({ index: DocumentIndex.of(document), lookup }, await loadLayout());
  return isRefusal(outcome) ? document : applyEdit(document, outcome.edit);
}
