import { deserialize, serialize } from 'node:v8';

// jsdom has none; every browser and Node have.
globalThis.structuredClone ??= <T>(value: T): T => deserialize(serialize(value)) as T;
