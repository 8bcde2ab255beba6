import type { HmacScheme, WebhookAuth } from './webhook-auth';

/** When the caller gets an answer. */
export type WebhookResponseMode = 'immediate' | 'when-finished' | 'respond-node';

export interface WebhookSettings {
  readonly hmac: HmacScheme;
  readonly response: WebhookResponseMode;
  /** Seconds that a caller waits for an answer before it gets 202 and the id of the run. */
  readonly responseTimeoutSeconds: number;
  /** Whether the trigger's value is the body, or the request with method, query, headers and body. */
  readonly output: 'body' | 'request';
  /** The node whose service was told to call, where one was. */
  readonly service?: { readonly type: string; readonly version: number };
}

/** A webhook as a call needs it; immutable, cached in every process. */
export interface WebhookRecord {
  readonly id: string;
  readonly workspaceId: string;
  readonly workflowId: string;
  readonly nodeId: string;
  readonly versionId: string;
  readonly path: string;
  readonly methods: readonly string[];
  readonly auth: WebhookAuth;
  readonly settings: WebhookSettings;
  readonly secretDigest: Buffer | null;
  readonly secretGeneration: number;
  /** Whose secret the sender signs with; null when the secret is one of ours. */
  readonly credentialId: string | null;
  /** That secret, encrypted; null until a worker has read it. */
  readonly sealedKey: Buffer | null;
}

/** Columns of `WebhookRecord`, for selects. */
export const WEBHOOK_COLUMNS = `id, workspace_id as "workspaceId", workflow_id as "workflowId", node_id as "nodeId", version_id as "versionId",
  path, methods, auth, settings, secret_digest as "secretDigest", secret_generation as "secretGeneration",
  credential_id as "credentialId", sealed_key as "sealedKey"`;
