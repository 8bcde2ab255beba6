import type { Json } from '@millrace/workflow-model';
import type { KnownRoots } from '../check/known-roots';
import type { CharacterRange } from '../expression-error';

/** Something that could be written at a place. */
export interface Completion {
  /** What people see. */
  readonly label: string;
  readonly kind: 'root' | 'field' | 'function';
  /** What replaces the characters of `range`. */
  readonly insert: string;
  readonly range: CharacterRange;
  /** Type of a field, signature of a function. */
  readonly detail?: string;
  readonly description?: string;
}

/** What is known where something is being written. */
export interface CompletionContext extends KnownRoots {
  /** A template completes only inside its tags, an expression anywhere outside of its strings. */
  readonly kind: 'template' | 'expression';
  /** Values of roots from an earlier run, beside or instead of their schemas. */
  readonly samples?: Readonly<Record<string, Json>>;
}
