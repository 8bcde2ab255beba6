/** Something wrong with a workflow document, told so that a person can mend it. */
export interface Problem {
  /** Stable, upper snake case, such as `DANGLING_EDGE`. */
  readonly code: string;
  /** Errors block publishing and running; warnings do not. */
  readonly severity: 'error' | 'warning';
  /** One sentence: what is wrong, where, and how to mend it. */
  readonly message: string;
  readonly nodeId?: string;
  /** Every node that takes part, in order, when there are several: the nodes of a cycle, those that share an id or alias. */
  readonly nodeIds?: readonly string[];
  readonly edgeId?: string;
  /** Where, as keys and indexes: in the node's config for what is wrong with a param or in an expression, else in the document. */
  readonly path?: readonly (string | number)[];
  /** Character range within the string at `path`, when the problem is inside a template or expression. */
  readonly range?: { readonly start: number; readonly end: number };
}

/** Whether any of the problems blocks publishing and running. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
