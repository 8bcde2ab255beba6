import type { Json } from '@millrace/workflow-model';

/** Whether a config value holds a template or an expression somewhere, so that its type is only known in a run. */
export function templated(value: Json | undefined): boolean {
  if (typeof value === 'string') return value.includes('{{');
  if (Array.isArray(value)) return value.some(templated);
  if (typeof value !== 'object' || value === null) return false;
  return '$expr' in value || Object.values(value).some(templated);
}
