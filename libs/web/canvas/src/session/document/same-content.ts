import { type WorkflowDocument, canonicalDocument, canonicalJson } from '@millrace/workflow-model';

/** Whether two documents say the same, apart from id and version. */
export function sameContent(one: WorkflowDocument, other: WorkflowDocument): boolean {
  if (one === other) return true;
  if (one.nodes.length !== other.nodes.length || one.edges.length !== other.edges.length) return false;
  return canonicalDocument(one) === canonicalDocument(other);
}

/** A short word for what a document says; the same for the same content. Not for secrets: it is quick, not safe. */
export function fingerprint(document: WorkflowDocument): string {
  const text = canonicalDocument(document);
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    one = Math.imul(one ^ code, 2_654_435_761);
    two = Math.imul(two ^ code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & two) + (one >>> 0)).toString(36) + text.length.toString(36);
}

interface Identified {
  readonly id: string;
}

/**
 * `document` with every element that equals one of `model` being that very object. Comparing the two later is then a
 * matter of references, which is what keeps "n changes ahead" out of the way of typing.
 */
export function shareEqual(model: WorkflowDocument, document: WorkflowDocument): WorkflowDocument {
  return {
    ...document,
    nodes: shareList(model.nodes, document.nodes),
    edges: shareList(model.edges, document.edges),
    notes: shareList(model.notes, document.notes),
    groups: shareList(model.groups, document.groups),
    settings: shareValue(model.settings, document.settings),
    metadata: shareValue(model.metadata, document.metadata),
  };
}

function shareList<T extends Identified>(model: readonly T[], list: T[]): T[] {
  const known = new Map(model.map((element) => [element.id, element]));
  return list.map((element) => {
    const other = known.get(element.id);
    return other === undefined ? element : shareValue(other, element);
  });
}

function shareValue<T extends object>(model: T, value: T): T {
  return canonicalJson(model) === canonicalJson(value) ? model : value;
}
