import { z } from 'zod';
import { Config } from './config';
import type { ConfigSchema } from './config-schema';

/** One wrong or missing setting. Never holds the value. */
export interface ConfigProblem {
  readonly name: string;
  readonly message: string;
}

/** The settings are wrong. Its message lists every problem, one a line, and no values. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ name, message }) => `  ${name}: ${message}`);
    super(`The settings are not right:\n${lines.join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Environment variables, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a schema accepts that its setting is absent. */
export function isOptional(setting: z.core.$ZodType): boolean {
  return z.safeParse(setting, undefined).success;
}

/**
 * Reads the settings of all features. An empty variable counts as absent.
 * @throws ConfigError with every problem at once
 */
export function readConfig(env: Environment, schemas: readonly ConfigSchema[]): Config {
  const isProduction = env['NODE_ENV'] === 'production';
  const problems = new Map<string, ConfigProblem>();
  const values = new Map<ConfigSchema, Readonly<Record<string, unknown>>>();
  for (const schema of new Set(schemas)) {
    const result: Record<string, unknown> = {};
    for (const [name, setting] of Object.entries(schema.shape)) {
      const mustBeSet = isProduction && schema.requiredInProduction.includes(name);
      const read = readSetting(setting, env[name], mustBeSet);
      if ('problem' in read) problems.set(name, { name, message: withDescription(read.problem, setting) });
      else result[name] = read.value;
    }
    values.set(schema, Object.freeze(result));
  }
  if (problems.size > 0) throw new ConfigError([...problems.values()]);
  return new Config(values);
}

/** Reads the settings from this process's environment. The only place that touches `process.env`. */
export function readProcessConfig(schemas: readonly ConfigSchema[]): Config {
  return readConfig(process.env, schemas);
}

type Read = { readonly value: unknown } | { readonly problem: string };

function readSetting(setting: z.core.$ZodType, given: string | undefined, mustBeSet: boolean): Read {
  const text = given?.trim() === '' ? undefined : given;
  if (text === undefined && (mustBeSet || !isOptional(setting))) return { problem: 'is missing' };
  const parsed = z.safeParse(setting, text);
  if (parsed.success) return { value: parsed.data };
  const messages = new Set(parsed.error.issues.map((issue) => issue.message));
  return { problem: [...messages].join('; ') };
}

function withDescription(problem: string, setting: z.core.$ZodType): string {
  const description = z.globalRegistry.get(setting)?.description;
  return description ? `${problem}. ${description}` : problem;
}
