import type { Json } from '@millrace/workflow-model';
import { z } from 'zod';
import { DateTime } from 'luxon';
import { DEFAULT_HMAC } from './webhooks/webhook-auth';
import { webhookPathOf } from './webhooks/webhook-path';
import type { ScheduleSpec } from './schedules/schedule-spec';
import type { MisfirePolicy } from './schedules/plan-fires';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

/** Params that every trigger which starts on a webhook has. */
export const webhookParams = z.object({
  path: z
    .string()
    .trim()
    .optional()
    .transform((text, issues) => {
      if (!text) return undefined;
      const path = webhookPathOf(text);
      if (path === undefined)
        issues.addIssue({ code: 'custom', message: 'may hold letters, digits and _ - . / only, and no empty part' });
      return path;
    }),
  methods: z.array(z.enum(METHODS)).min(1, 'needs at least one method').default(['POST']),
  auth: z.enum(['token', 'basic', 'hmac', 'none', 'stripe', 'github', 'slack', 'standard-webhooks']).default('token'),
  hmacHeader: z.string().trim().toLowerCase().min(1).default(DEFAULT_HMAC.header),
  hmacAlgorithm: z.enum(['sha1', 'sha256', 'sha512']).default(DEFAULT_HMAC.algorithm),
  hmacToleranceSeconds: z.number().int().min(1).max(86_400).default(DEFAULT_HMAC.toleranceSeconds),
  response: z.enum(['immediate', 'when-finished', 'respond-node']).default('immediate'),
  responseTimeoutSeconds: z.number().int().min(1).max(300).default(60),
  output: z.enum(['body', 'request']).default('body'),
});

const UNIT_MS = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000, weeks: 604_800_000 } as const;

/** Params that every trigger which starts on a schedule has. */
export const scheduleParams = z.object({
  mode: z.enum(['cron', 'interval', 'at']).default('cron'),
  cron: z.string().trim().max(200).default('0 9 * * *'),
  every: z
    .object({ value: z.number().positive(), unit: z.enum(['seconds', 'minutes', 'hours', 'days', 'weeks']) })
    .default({ value: 1, unit: 'hours' }),
  at: z.union([z.string(), z.array(z.string())]).default([]),
  timezone: z.string().trim().optional(),
  misfire: z.enum(['run-once', 'skip', 'catch-up']).default('run-once'),
  catchUpMax: z.number().int().min(1).max(1_000).default(10),
  overlap: z.enum(['allow', 'skip', 'queue-one']).default('allow'),
});

/** Params that every trigger which starts on an event has. */
export const eventParams = z.object({
  eventName: z.string().trim().min(1).max(200),
  /** CEL over `event`: its name, payload and time. */
  filter: z
    .union([z.string(), z.object({ $expr: z.string() }).transform(({ $expr }) => $expr)])
    .optional()
    .transform((filter) => (filter?.trim() ? filter : undefined)),
});

export type WebhookParams = z.output<typeof webhookParams>;
export type ScheduleParams = z.output<typeof scheduleParams>;

/** When a schedule with these params fires; `anchorMs` is where intervals count from. */
export function scheduleSpecOf(params: ScheduleParams, fallbackTimezone: string, anchorMs: number): ScheduleSpec {
  switch (params.mode) {
    case 'cron':
      return { kind: 'cron', cron: params.cron, timezone: params.timezone || fallbackTimezone };
    case 'interval':
      return { kind: 'interval', everyMs: Math.round(params.every.value * UNIT_MS[params.every.unit]), anchorMs };
    case 'at':
      return {
        kind: 'at',
        instantsMs: [params.at].flat().map((text) => instantOf(text, params.timezone || fallbackTimezone)),
      };
  }
}

/** Without an offset of its own, a date and time is read in the zone. NaN when it cannot be read. */
function instantOf(text: string, timezone: string): number {
  const read = DateTime.fromISO(text.trim(), { zone: timezone });
  return read.isValid ? read.toMillis() : Number.NaN;
}

export function misfireOf(params: ScheduleParams): MisfirePolicy {
  return params.misfire === 'catch-up' ? { kind: 'catch-up', max: params.catchUpMax } : { kind: params.misfire };
}

/** Reads a trigger's config as `schema` says, leaving out what it does not know. The sentence of what is wrong, else. */
export function readTriggerParams<S extends z.ZodType>(
  schema: S,
  config: Readonly<Record<string, Json>>,
): { params: z.output<S> } | { fault: string } {
  const read = schema.safeParse(config);
  if (read.success) return { params: read.data };
  return { fault: read.error.issues.map((issue) => `"${issue.path.join('.')}" ${issue.message}`).join('; ') };
}
