export { extractionOf } from './extract';
export type { Extraction } from './extract';
