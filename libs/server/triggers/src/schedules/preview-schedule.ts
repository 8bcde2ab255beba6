import { invalid } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import { readTriggerParams, scheduleParams, scheduleSpecOf } from '../trigger-params';
import { nextInstants, scheduleFault } from './schedule-spec';

/** Instants that one preview shows at most. */
export const MAX_PREVIEWED = 50;

/**
 * The next instants that a schedule trigger with this config would fire at, before anything is saved.
 * @throws DomainError `SCHEDULE_INVALID`
 */
export function previewSchedule(config: JsonObject, timezone: string, nowMs: number, count = 5): Date[] {
  const read = readTriggerParams(scheduleParams, config);
  if ('fault' in read) throw invalid('SCHEDULE_INVALID', `The schedule cannot be read: ${read.fault}.`);
  const spec = scheduleSpecOf(read.params, timezone, nowMs);
  const fault = scheduleFault(spec, nowMs);
  if (fault) throw invalid('SCHEDULE_INVALID', fault);
  return nextInstants(spec, nowMs, Math.min(Math.max(count, 1), MAX_PREVIEWED)).map((instant) => new Date(instant));
}
