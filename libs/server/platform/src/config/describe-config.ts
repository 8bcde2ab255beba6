import { z } from 'zod';
import type { ConfigSchema } from './config-schema';
import { isOptional } from './read-config';

/** One setting as documentation shows it. */
export interface ConfigDescription {
  readonly name: string;
  readonly description: string;
  /** As it would stand in an environment file; null when there is none or it is made anew at every start. */
  readonly default: string | null;
  /** Must be set always, in production only, or never. */
  readonly required: 'always' | 'in production' | 'no';
  readonly secret: boolean;
}

/** Every setting with name, default and description, in order of declaration: what `.env.example` and the manual are checked against. */
export function describeConfig(schemas: readonly ConfigSchema[]): readonly ConfigDescription[] {
  return schemas.flatMap((schema) =>
    Object.entries(schema.shape).map(([name, setting]) => ({
      name,
      ...descriptionOf(setting),
      required: requiredOf(schema, name, setting),
    })),
  );
}

function requiredOf(schema: ConfigSchema, name: string, setting: z.core.$ZodType): ConfigDescription['required'] {
  if (!isOptional(setting)) return 'always';
  return schema.requiredInProduction.includes(name) ? 'in production' : 'no';
}

function descriptionOf(setting: z.core.$ZodType): Pick<ConfigDescription, 'description' | 'default' | 'secret'> {
  const meta = z.globalRegistry.get(setting);
  const secret = meta?.['secret'] === true;
  return { description: meta?.description ?? '', default: secret ? null : defaultOf(setting), secret };
}

function defaultOf(setting: z.core.$ZodType): string | null {
  const parsed = z.safeParse(setting, undefined);
  if (!parsed.success || parsed.data === undefined || parsed.data === null) return null;
  return Array.isArray(parsed.data) ? parsed.data.join(',') : String(parsed.data);
}
