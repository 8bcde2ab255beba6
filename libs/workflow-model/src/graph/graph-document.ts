import type { WorkflowEdge } from '../document';

/** The part of a document that graph questions look at; a whole document fits. */
export interface GraphDocument {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly WorkflowEdge[];
}
