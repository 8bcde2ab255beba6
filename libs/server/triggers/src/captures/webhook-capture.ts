import type { Json } from '@millrace/workflow-model';

/** A call that somebody made to a test address, kept to run the draft with. */
export interface WebhookCapture {
  readonly id: string;
  readonly workflowId: string;
  readonly nodeId: string;
  readonly method: string;
  /** What followed the token in the address; empty when nothing did. */
  readonly path: string;
  /** Bytes of JSON of `value`. */
  readonly bytes: number;
  readonly receivedAt: Date;
}

/** A capture with what the trigger would have given. */
export interface WholeCapture extends WebhookCapture {
  /** Output of the trigger node for this call: the body or the whole request, as the node was set. */
  readonly value: Json;
  /** The call with method, query, headers and body, without what proves its caller. */
  readonly request: Json;
}

/** Columns of `WebhookCapture`, for selects. */
export const CAPTURE_COLUMNS = `id, workflow_id as "workflowId", node_id as "nodeId", method, path, bytes, received_at as "receivedAt"`;

/** Captures that are kept of a node. */
export const KEPT_CAPTURES = 10;
