import * as z from 'zod';
import { isExpression } from './dynamic-value';
import type { Json } from './json';
import { LIMITS } from './limits';

/** Longest text of a concurrency key before it is evaluated. */
const KEY_LENGTH = 2_000;

function isConcurrencyKey(value: unknown): boolean {
  const text = isExpression(value as Json) ? (value as { $expr: string }).$expr : value;
  return typeof text === 'string' && text.trim() !== '' && text.length <= KEY_LENGTH;
}

/** Text, a template or an expression over what started the run. */
const concurrencyKeySchema = z
  .unknown()
  .refine(
    isConcurrencyKey,
    `must be text, a template or an expression ({ "$expr": "…" }) of 1 to ${KEY_LENGTH} characters`,
  ) as z.ZodType<unknown> as z.ZodType<string | { readonly $expr: string }>;

/** How many runs of a workflow go on at the same time. */
export const concurrencySettingsSchema = z.object({
  /** Runs at a time: of the whole workflow, or for each value of `key`. Runs that wait for something do not count. */
  limit: z.number().int().min(1).max(10_000),
  /** What tells runs apart, such as `{{trigger.body.customer}}`; the limit then holds for each value by itself. */
  key: concurrencyKeySchema.optional(),
  /** What becomes of a run that is over the limit: it waits its turn, is cancelled at once, or takes the place of the oldest. */
  onLimit: z.enum(['queue', 'skip', 'cancel-previous']).default('queue'),
});

/** How long finished runs are kept; what reaches one of the limits goes, oldest first. Starred runs are kept. */
export const retentionSettingsSchema = z.object({
  /** Days after a run finished. */
  days: z.number().int().min(1).max(3_650).optional(),
  /** Finished runs of the workflow. */
  runs: z.number().int().min(1).max(10_000_000).optional(),
  /** Bytes that the finished runs of the workflow take together. */
  bytes: z.number().int().min(1_000_000).max(10_000_000_000_000).optional(),
});

/** What holds for every run of a workflow. */
export const workflowSettingsSchema = z.object({
  /** IANA zone in which schedules and dates of this workflow are read. */
  timezone: z.string().min(1).max(100).default('UTC'),
  /** Milliseconds after which a run that is not finished fails; none when absent. */
  timeoutMs: z.number().int().min(1_000).optional(),
  /** Workflow that is started when a run of this one fails. */
  errorWorkflowId: z.string().min(1).max(LIMITS.idLength).optional(),
  /** No limit when absent. */
  concurrency: concurrencySettingsSchema.optional(),
  /** Which runs are worked on first when there is more work than workers; `normal` when absent. */
  priority: z.enum(['low', 'normal', 'high']).optional(),
  /** Failed runs in a row after which the workflow is switched off and its people are told; never when absent. */
  pauseAfterFailures: z.number().int().min(1).max(1_000).optional(),
  /** What the workspace says when absent. */
  retention: retentionSettingsSchema.optional(),
  /** Whether a version may be published only when every test of the workflow passes. */
  publishNeedsGreenTests: z.boolean().optional(),
});

export type ConcurrencySettings = z.infer<typeof concurrencySettingsSchema>;
export type RetentionSettings = z.infer<typeof retentionSettingsSchema>;
export type WorkflowSettings = z.infer<typeof workflowSettingsSchema>;
