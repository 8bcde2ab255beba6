import type { Completion, ParamProblem } from '@millrace/expression';
import type { Json, JsonObject, WorkflowNode } from '@millrace/workflow-model';
import type { EditorSession } from '../editor-session';

/** Where a sample value comes from. */
export type SampleSource = 'pinned' | 'run' | 'schema' | 'none';

/** A node that another one can read from. */
export interface UpstreamNode {
  readonly node: WorkflowNode;
  readonly alias: string;
  /** 1 for a parent, 2 for its parents: "2 nodes back". */
  readonly distance: number;
  readonly source: SampleSource;
  /** Output data without the envelope; undefined for source `none` and values that are kept out of line. */
  readonly sample?: Json;
  readonly schema?: JsonObject;
  /** The value is kept out of line: ask `RunFeed.value`. */
  readonly payloadId?: string;
}

/** What a param gives, or where it is wrong. */
export type ParamPreview =
  | { readonly kind: 'value'; readonly value: Json; readonly isSample: boolean }
  | { readonly kind: 'literal'; readonly value: Json }
  | {
      readonly kind: 'error';
      readonly code: string;
      readonly message: string;
      /** Characters of the string at `path`. */
      readonly range?: { readonly start: number; readonly end: number };
      readonly path: readonly (string | number)[];
    }
  /** Nothing is known that it could be worked out from, or the library is still on its way. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** What one node's params can read. Immutable; ask again after changes. */
export interface ParamScope {
  readonly nodeId: string;
  /** Nodes before this one: the nearest first. */
  readonly upstream: readonly UpstreamNode[];
  /** What the input pane shows: merged values of the parents, as the engine would. */
  readonly input: { readonly sample?: Json; readonly source: SampleSource };
  readonly trigger: { readonly sample?: Json; readonly source: SampleSource };
  /** For `completionsAt`, without `kind`. */
  readonly completion: {
    readonly roots: Readonly<Record<string, JsonObject | undefined>>;
    readonly envelopes: readonly string[];
    readonly samples: Readonly<Record<string, Json>>;
  };
}

/** Scopes of all nodes of a session. */
export class ParamScopes {
  readonly #session: EditorSession;

  constructor(session: EditorSession) {
    this.#session = session;
  }

  /** What a node can read; remembered until document, run or pins change. */
  of(_nodeId: string): ParamScope {
    return pending(this.#session);
  }

  /** What could be written at an offset of a template or expression. Empty until the library is there. */
  completions(_nodeId: string, _kind: 'template' | 'expression', _text: string, _offset: number): Completion[] {
    return pending(this.#session);
  }

  /** What is wrong with a param as it is being written; quicker than waiting for the problems of the workflow. */
  check(_nodeId: string, _param: Json): readonly ParamProblem[] {
    return pending(this.#session);
  }

  /** Value of a param with the samples, or where it is wrong. Secrets are never part of it. */
  preview(_nodeId: string, _param: Json): ParamPreview {
    return pending(this.#session);
  }

  /** Output of a node for the output pane, and where it comes from. */
  output(
    _nodeId: string,
    _port?: string,
  ): { readonly sample?: Json; readonly source: SampleSource; readonly payloadId?: string } {
    return pending(this.#session);
  }

  /** Ids of the nodes that a node reads from by expression, for the lineage edges. */
  readsFrom(_nodeId: string): readonly string[] {
    return pending(this.#session);
  }

  /** Ids of the nodes that read from a node by expression. */
  readBy(_nodeId: string): readonly string[] {
    return pending(this.#session);
  }
}

function pending(_session: EditorSession): never {
  throw new Error('Not built yet.');
}
