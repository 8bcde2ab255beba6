export {
  credentialTypes,
  credentialTypesData,
  lookUpDefinition,
  lookUpImplementation,
  nodeDefinitions,
  nodeImplementations,
} from './catalogue';
export { optionSources } from './option-sources';
export type { OptionChoice, OptionSource } from './option-source';
