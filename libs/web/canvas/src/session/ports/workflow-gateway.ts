import type { Json, Problem, WorkflowDocument } from '@millrace/workflow-model';

/** The version that is live, or would be if the workflow were enabled. */
export interface PublishedVersion {
  readonly versionId: string;
  /** Semantic version. */
  readonly version: string;
  readonly document: WorkflowDocument;
  /** ISO 8601. */
  readonly publishedAt?: string;
}

/** A draft as the server has it. */
export interface LoadedWorkflow {
  readonly workflowId: string;
  readonly document: WorkflowDocument;
  /** Rises with every save. */
  readonly revision: number;
  /** ISO 8601. */
  readonly savedAt?: string;
  /** Name of the person who saved it, for conflicts. */
  readonly savedBy?: string;
  /** Whether its triggers fire. */
  readonly enabled: boolean;
  readonly published?: PublishedVersion;
  /** Pinned outputs: node id to a value per port. */
  readonly pins?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

/** How an attempt to save ended. Anything thrown counts as a passing fault and is tried again. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly revision: number; readonly savedAt?: string }
  /** `WORKFLOW_CONFLICT`: somebody saved in between; the session loads their draft. */
  | { readonly kind: 'conflict'; readonly currentRevision: number; readonly savedBy?: string }
  /** The server will never take this document, or this person may not save. Shown; not tried again before the next change. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

/** What publishing is asked for. */
export interface PublishRequest {
  readonly expectedRevision: number;
  readonly note?: string;
  readonly bump?: 'patch' | 'minor' | 'major';
}

/** How publishing, enabling and disabling end. */
export type PublishOutcome =
  | { readonly kind: 'done'; readonly published?: PublishedVersion; readonly enabled: boolean }
  | { readonly kind: 'conflict'; readonly currentRevision: number; readonly savedBy?: string }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      readonly problems?: readonly Problem[];
    };

/** Why a pin was not kept and never will be: too large, too many, not allowed. */
export interface PinRefusal {
  readonly code: string;
  readonly message: string;
}

/** What a checkpoint is asked for. */
export interface CheckpointRequest {
  readonly expectedRevision: number;
  /** For people; a draft that is kept already is kept again only with one. */
  readonly name?: string;
}

/** How keeping a checkpoint ends. */
export type CheckpointOutcome =
  | { readonly kind: 'done'; readonly versionId?: string }
  | { readonly kind: 'conflict'; readonly currentRevision: number; readonly savedBy?: string }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

/** Where drafts live. The application implements it over the API; tests over memory. */
export interface WorkflowGateway {
  /** @throws when it is not there or the server cannot be reached */
  load(workflowId: string): Promise<LoadedWorkflow>;
  /** @throws when the server cannot be reached; the save is then tried again */
  saveDraft(workflowId: string, document: WorkflowDocument, expectedRevision: number): Promise<SaveOutcome>;
  publish(workflowId: string, request: PublishRequest): Promise<PublishOutcome>;
  setEnabled(workflowId: string, enabled: boolean): Promise<PublishOutcome>;
  /** Names the saved draft as a point to come back to. The session has flushed before. Without it a checkpoint is a save. */
  checkpoint?(workflowId: string, request: CheckpointRequest): Promise<CheckpointOutcome>;
  /** Pins the outputs of a node, or with no ports lets it go. @throws when the server cannot be reached; it is then tried again */
  savePin?(
    workflowId: string,
    nodeId: string,
    ports: Readonly<Record<string, Json>> | undefined,
  ): Promise<PinRefusal | undefined>;
  /** Everything that is wrong with the draft as it is saved, rules that only the server knows included. @throws when it cannot be reached */
  validate?(workflowId: string): Promise<readonly Problem[]>;
  /** A last save while the page goes away; must not wait for an answer (`fetch` with `keepalive`). */
  saveOnLeave?(workflowId: string, document: WorkflowDocument, expectedRevision: number): void;
}
