import { isAskedFor } from '../notification-types';

/** Why an endpoint is called no more. `failing`: for days every call failed; `gone`: it answered 410. */
export type DisabledBecause = 'person' | 'failing' | 'gone';

/** An address elsewhere that is called when something happens. */
export interface Endpoint {
  readonly id: string;
  readonly workspaceId: string;
  readonly url: string;
  readonly description: string;
  readonly events: readonly string[];
  readonly workflowIds: readonly string[];
  readonly tags: readonly string[];
  readonly enabled: boolean;
  readonly disabledBecause: DisabledBecause | null;
  readonly disabledAt: Date | null;
  readonly failingSince: Date | null;
  readonly secretGeneration: number;
  readonly secretIssuedAt: Date;
  readonly createdAt: Date;
}

/** Columns of `notification_endpoint` as an `Endpoint`. */
export const ENDPOINT_COLUMNS = `id, workspace_id as "workspaceId", url, description, events, workflow_ids as "workflowIds",
  tags, enabled, disabled_because as "disabledBecause", disabled_at as "disabledAt", failing_since as "failingSince",
  secret_generation as "secretGeneration", secret_issued_at as "secretIssuedAt", created_at as "createdAt"`;

/** What happened, as filters of endpoints see it. */
export interface Happening {
  readonly type: string;
  readonly workflowId: string | null;
  readonly workflowTags: readonly string[];
}

/** Whether an endpoint wants to be told. With both kinds of filters, one of them must fit. */
export function wants(endpoint: Pick<Endpoint, 'events' | 'workflowIds' | 'tags'>, happening: Happening): boolean {
  const { events, workflowIds, tags } = endpoint;
  if (!isAskedFor(happening.type, events)) return false;
  if (workflowIds.length === 0 && tags.length === 0) return true;
  const isNamed = happening.workflowId !== null && workflowIds.includes(happening.workflowId);
  return isNamed || happening.workflowTags.some((tag) => tags.includes(tag));
}
