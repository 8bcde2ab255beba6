/** Any value that survives JSON. Everything that passes between nodes is one of these. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object. Keys are own properties only; `__proto__`, `constructor` and `prototype` never appear as keys. */
export interface JsonObject {
  [key: string]: Json;
}
