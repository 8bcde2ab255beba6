export { lookUpDefinition, lookUpImplementation, nodeDefinitions, nodeImplementations } from './catalogue';
