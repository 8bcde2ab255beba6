/** What endpoints can be told of. Names are never changed: programs elsewhere depend on them. */
export const NOTIFICATION_TYPES = [
  'execution.started',
  'execution.waiting',
  'execution.completed',
  'execution.failed',
  'execution.cancelled',
  'approval.opened',
  'approval.decided',
  'workflow.published',
  'workflow.disabled',
  'workflow.deleted',
  'schedule.missed',
] as const;

/** What a person sends to see whether an endpoint works; no endpoint need ask for it. */
export const TEST_TYPE = 'webhook.test';

/** Everything that happens to runs, as a choice. */
const FAMILIES = [...new Set(NOTIFICATION_TYPES.map((type) => familyOf(type)))];

/** What an endpoint may ask for: single types, and families such as `execution.*`. */
export const NOTIFICATION_CHOICES: readonly string[] = [...NOTIFICATION_TYPES, ...FAMILIES];

/** Whether a type is among what was asked for. */
export function isAskedFor(type: string, choices: readonly string[]): boolean {
  return choices.includes(type) || choices.includes(familyOf(type));
}

function familyOf(type: string): string {
  return `${type.slice(0, type.indexOf('.'))}.*`;
}
