export {
  credentialTypes,
  credentialTypesData,
  lookUpDefinition,
  lookUpImplementation,
  nodeDefinitions,
  nodeImplementations,
} from './catalogue';
