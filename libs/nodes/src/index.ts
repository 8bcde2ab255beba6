export {
  credentialTypes,
  credentialTypesData,
  lookUpDefinition,
  lookUpImplementation,
  nodeDefinitions,
  nodeImplementations,
} from './catalogue';
export { draftOf } from './core/json-validator/compile-schema';
export { readSchema, schemaErrors } from './core/json-validator/schema-check';
export { optionSources } from './option-sources';
export type { OptionChoice, OptionSource } from './option-source';
