// What reads and checks documents of unknown origin. An entry of its own: it brings zod and the JSON Schema interpreter,
// which the editor loads only after it stands.
export { parseDocument } from './parse-document';
export type { ParsedDocument } from './parse-document';
export { fromExchange } from './exchange/from-exchange';
export type { ExchangeDefaults } from './exchange/from-exchange';
export { validateDocument } from './validation/validate-document';
export type { ValidationOptions } from './validation/validate-document';
export { FAILURE_KINDS, simulatedAt } from './test/simulation';
export { MOST_TESTS, MOST_TEST_BYTES } from './test/workflow-test';
