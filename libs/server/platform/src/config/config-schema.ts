import { z } from 'zod';

/** The settings of one feature: their names in the environment, and how each is read. Made by `defineConfig`. */
export interface ConfigSchema<Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly shape: Shape;
  /** Names that have no default when NODE_ENV is `production`. */
  readonly requiredInProduction: readonly string[];
}

/** What `Config.of` answers for a schema: one typed value per setting. */
export type ConfigValues<S extends ConfigSchema> =
  S extends ConfigSchema<infer Shape> ? Readonly<z.infer<z.ZodObject<Shape>>> : never;

/** Further rules of a feature's settings. */
export interface ConfigRules<Shape extends z.ZodRawShape> {
  readonly requiredInProduction?: readonly (keyof Shape & string)[];
}

/**
 * Declares the settings of a feature. Each key is an environment variable; describe it with `.describe()`, mark it with
 * `.meta({ secret: true })` when its value must never be shown.
 */
export function defineConfig<Shape extends z.ZodRawShape>(
  shape: Shape,
  rules: ConfigRules<Shape> = {},
): ConfigSchema<Shape> {
  return { shape, requiredInProduction: rules.requiredInProduction ?? [] };
}

/** `true`/`false`, `1`/`0`, `yes`/`no`, `on`/`off`. */
export function flag(): z.ZodType<boolean> {
  return z.stringbool({ error: 'must be true or false' });
}

/** Values between commas; spaces around them do not count. Empty when the variable is empty or absent. */
export function commaList(): z.ZodType<readonly string[]> {
  return z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    );
}

/** A whole number within bounds, both included. */
export function wholeNumber(min: number, max: number): z.ZodType<number> {
  const message = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error: message }).int(message).min(min, message).max(max, message);
}
