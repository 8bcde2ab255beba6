import type { Json } from './json';

/** Whether a config value is an expression: `{ "$expr": "..." }` and nothing beside it. */
export function isExpression(value: Json | undefined): value is { $expr: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return typeof value['$expr'] === 'string' && Object.keys(value).length === 1 && Object.hasOwn(value, '$expr');
}

/** Whether a config value is a template: a string with `{{` in it. */
export function isTemplate(value: Json | undefined): value is string {
  return typeof value === 'string' && value.includes('{{');
}

/** Whether a config value itself (not something inside it) is only known at run time. */
export function isDynamic(value: Json | undefined): boolean {
  return isTemplate(value) || isExpression(value);
}
