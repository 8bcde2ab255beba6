import type { DataPath } from '../data/data-path';
import type { WorkflowEdge, WorkflowGroup, WorkflowNode, WorkflowNote } from '../document';
import type { Json } from '../json';

/** One value that differs; `before` is absent for what came, `after` for what went. */
export interface ChangedValue {
  readonly path: DataPath;
  readonly before?: Json;
  readonly after?: Json;
}

/** An element that both documents have, with different content. */
export interface ChangedElement<T> {
  readonly id: string;
  readonly before: T;
  readonly after: T;
  readonly changes: readonly ChangedValue[];
  /** Only the picture differs (position, size, colour), not what the workflow does. */
  readonly layoutOnly: boolean;
}

/** Elements matched by id, in document order. */
export interface ElementsDiff<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly ChangedElement<T>[];
}

/** What happened between two documents. Ids, versions and the order of elements are not compared. */
export interface DocumentDiff {
  /** Nothing differs. */
  readonly same: boolean;
  readonly name?: { readonly before: string; readonly after: string };
  readonly nodes: ElementsDiff<WorkflowNode>;
  readonly edges: ElementsDiff<WorkflowEdge>;
  readonly notes: ElementsDiff<WorkflowNote>;
  readonly groups: ElementsDiff<WorkflowGroup>;
  readonly settings: readonly ChangedValue[];
  readonly metadata: readonly ChangedValue[];
}
