import type { Json, JsonObject } from '@millrace/workflow-model';
import type { StoragePort } from '../context';

/** Keyed values that live as long as the test. Values are copied in and out, as a database would. */
export class MemoryStorage implements StoragePort {
  private readonly values = new Map<string, string>();

  constructor(initial: JsonObject = {}) {
    for (const [key, value] of Object.entries(initial)) this.values.set(key, JSON.stringify(value));
  }

  async read(key: string): Promise<Json | undefined> {
    const text = this.values.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as Json);
  }

  async write(key: string, value: Json): Promise<void> {
    this.values.set(key, JSON.stringify(value));
  }

  async delete(key: string): Promise<boolean> {
    return this.values.delete(key);
  }

  /** Everything that is stored, for assertions. */
  all(): JsonObject {
    return Object.fromEntries([...this.values].map(([key, text]) => [key, JSON.parse(text) as Json]));
  }
}
