import { ZodPipe, cursorOf, invalidCursor, keyOf } from '@millrace/server-platform';
import { z } from 'zod';
import type { ExecutionSummary } from '../history/execution-row';
import { isUuid } from '../log/is-uuid';

/** Every status there is. */
export const STATUSES = ['pending', 'running', 'waiting', 'paused', 'completed', 'failed', 'cancelled'] as const;

const runSchema = z.object({
  input: z.json().optional(),
  version: z.string().max(100).optional(),
  triggerNodeId: z.string().max(200).optional(),
  priority: z.enum(['low', 'normal', 'high']).optional(),
});
/** How to run a workflow. */
export type RunBody = z.infer<typeof runSchema>;
/** Reads the body of `execute`. */
export const runBody = new ZodPipe(runSchema);

const forkSchema = z.object({
  from: z.array(z.string().min(1).max(2_000)).min(1).max(500).optional(),
  version: z.string().min(1).max(100).default('same'),
  trigger: z.json().optional(),
  inputs: z.record(z.string(), z.json()).optional(),
  attempt: z.number().int().min(1).optional(),
  token: z.string().max(100).optional(),
});
/** How to fork a run. */
export type ForkBody = z.infer<typeof forkSchema>;
/** Reads the body of a fork and of its plan. */
export const forkBody = new ZodPipe(forkSchema);

const retrySchema = forkSchema.pick({ version: true });
/** How to retry a run. */
export type RetryBody = z.infer<typeof retrySchema>;
/** Reads the body of a retry. */
export const retryBody = new ZodPipe(retrySchema);

const inlineSchema = z.object({
  definition: z.record(z.string(), z.unknown()),
  triggerData: z.json().optional(),
  /** Secrets of one run by credential type, for nodes that name no account. */
  integrations: z.record(z.string(), z.unknown()).optional(),
});
/** A run of a definition. */
export type InlineBody = z.infer<typeof inlineSchema>;
/** Reads the body of a v2 start. */
export const inlineBody = new ZodPipe(inlineSchema);

const eventSchema = z.object({
  eventName: z.string().min(1).max(500),
  eventData: z.json().optional(),
  correlation: z.string().max(500).optional(),
});
/** An event for a waiting run. */
export type EventBody = z.infer<typeof eventSchema>;
/** Reads the body of a v2 event. */
export const eventBody = new ZodPipe(eventSchema);

const reasonSchema = z.object({ reason: z.string().max(1_000).optional() });
/** Why something is done. */
export type ReasonBody = z.infer<typeof reasonSchema>;
/** Reads the body of cancel and terminate. */
export const reasonBody = new ZodPipe(reasonSchema);

const listSchema = z.object({
  first: z.coerce.number().int().min(1).max(100).default(20),
  after: z.string().optional(),
  status: z.preprocess(
    (given) => (given === undefined ? undefined : [given].flat()),
    z.array(z.enum(STATUSES)).optional(),
  ),
});
/** Which runs. */
export type ListQuery = z.infer<typeof listSchema>;
/** Reads the query of a list of runs. */
export const listQuery = new ZodPipe(listSchema);

const eventsSchema = z.object({
  afterSeq: z.coerce.number().int().min(0).default(0),
  first: z.coerce.number().int().min(1).max(1_000).default(200),
});
/** Which events. */
export type EventsQuery = z.infer<typeof eventsSchema>;
/** Reads the query of a log. */
export const eventsQuery = new ZodPipe(eventsSchema);

/** The id that a cursor stands for. @throws DomainError `INVALID_CURSOR` */
export function beforeOf(after: string | null | undefined): { before?: string } {
  if (!after) return {};
  const before = String(keyOf(after, 1)[0]);
  if (!isUuid(before)) throw invalidCursor();
  return { before };
}

/** A page of runs and the cursor of the next one. */
export function pageOf<T>(
  rows: readonly ExecutionSummary[],
  first: number,
  toItem: (row: ExecutionSummary) => T,
): { items: T[]; nextCursor: string | null } {
  const page = rows.slice(0, first);
  const last = page.at(-1);
  return { items: page.map(toItem), nextCursor: rows.length > first && last ? cursorOf([last.id]) : null };
}
