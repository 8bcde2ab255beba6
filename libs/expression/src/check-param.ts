import type { DefinitionLookup, Json, JsonObject, Problem, WorkflowDocument } from '@millrace/workflow-model';
import type { CharacterRange, ParamPath } from './expression-error';

/** Something wrong with a param, found without running it. */
export interface ParamProblem {
  readonly code: string;
  readonly message: string;
  readonly range?: CharacterRange;
  /** Where in the param. */
  readonly path: ParamPath;
}

/** What a param may name. */
export interface KnownRoots {
  /** JSON Schema of each root, undefined when it is not known. */
  readonly roots: Readonly<Record<string, JsonObject | undefined>>;
  /** Roots that are node results; their schema is that of `data`. */
  readonly envelopes?: Iterable<string>;
}

/** Syntax errors, unknown roots, misspelt fields and type errors of a param. */
export function checkParam(_param: Json, _known: KnownRoots): ParamProblem[] {
  throw new Error('not there yet');
}

/** The same for every param of a document: a node sees the nodes upstream of it and the built-in roots. */
export function checkExpressions(_document: WorkflowDocument, _lookup: DefinitionLookup): Problem[] {
  throw new Error('not there yet');
}
