// Alone in its entry, '@millrace/web-canvas/layout': a worker of the page loads this and nothing of the canvas.
import type { DefinitionLookup, NodeDefinitionData, WorkflowDocument } from '@millrace/workflow-model';
import { DocumentIndex } from '../document/document-index';
import type { Outcome } from '../operations/operation';
import { loadLayout, tidyUp } from '../operations/tidy-up';

/** A workflow to lay out, as it is sent to a worker. */
export interface LayoutTask {
  readonly document: WorkflowDocument;
  /** Of every node, by the type and version that it names. */
  readonly definitions: readonly (readonly [name: string, definition: NodeDefinitionData])[];
  /** Only these; all without them. */
  readonly nodeIds?: readonly string[];
}

/** What laying out needs to know, and nothing else of the definitions: schemas and docs are large. */
export function layoutTask(
  document: WorkflowDocument,
  lookup: DefinitionLookup,
  nodeIds?: readonly string[],
): LayoutTask {
  const definitions = new Map<string, NodeDefinitionData>();
  for (const { type, typeVersion } of document.nodes) {
    const found = lookup(type, typeVersion) ?? lookup(type);
    if (found === undefined || definitions.has(nameOf(type, typeVersion))) continue;
    const { docs: _docs, icon: _icon, outputSchema: _schema, ...rest } = found;
    definitions.set(nameOf(type, typeVersion), { ...rest, paramsSchema: {} });
  }
  return { document, definitions: [...definitions], ...(nodeIds && { nodeIds }) };
}

/** Lays it out where it is called. */
export async function runLayout({ document, definitions, nodeIds }: LayoutTask): Promise<Outcome> {
  const known = new Map(definitions);
  const lookup: DefinitionLookup = (type, version) => known.get(nameOf(type, version));
  return tidyUp({ index: DocumentIndex.of(document), lookup }, await loadLayout(), nodeIds);
}

function nameOf(type: string, version: number | undefined): string {
  return `${type} ${version ?? ''}`;
}
