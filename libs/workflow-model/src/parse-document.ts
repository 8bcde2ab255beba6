import type { WorkflowDocument } from './document';
import type { Problem } from './problem';

/** A document when the input is one, and everything that is wrong with its shape. */
export interface ParsedDocument {
  readonly document?: WorkflowDocument;
  readonly problems: readonly Problem[];
}

/** Reads a document from outside. All problems at once; `document` is absent when one of them is an error. */
export function parseDocument(input: unknown): ParsedDocument {
  throw new Error(`not there yet: ${typeof input}`);
}
