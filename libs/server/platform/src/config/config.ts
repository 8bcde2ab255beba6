import type { ConfigSchema, ConfigValues } from './config-schema';

/** The settings of this process, read and checked once at start by `readConfig`. */
export class Config {
  readonly #values: ReadonlyMap<ConfigSchema, Readonly<Record<string, unknown>>>;

  constructor(values: ReadonlyMap<ConfigSchema, Readonly<Record<string, unknown>>>) {
    this.#values = values;
  }

  /**
   * The values of one feature's settings.
   * @throws Error when the schema was not handed to `readConfig`: a wiring mistake
   */
  of<S extends ConfigSchema>(schema: S): ConfigValues<S> {
    const values = this.#values.get(schema);
    if (!values) throw new Error(`Settings were not read at start: ${Object.keys(schema.shape).join(', ')}`);
    return values as ConfigValues<S>;
  }
}
