export type { Json, JsonObject } from './json';
export {
  ERROR_PORT,
  MAIN_PORT,
  edgeSchema,
  groupSchema,
  metadataSchema,
  nodeSchema,
  nodeSettingsSchema,
  noteSchema,
  positionSchema,
  retrySettingsSchema,
  workflowDocumentSchema,
  workflowSettingsSchema,
} from './document';
export type {
  NodeSettings,
  Position,
  RetrySettings,
  WorkflowDocument,
  WorkflowEdge,
  WorkflowGroup,
  WorkflowMetadata,
  WorkflowNode,
  WorkflowNote,
  WorkflowSettings,
} from './document';
export type { Problem } from './problem';
export type {
  DefinitionLookup,
  DynamicPorts,
  NodeCategory,
  NodeDefinitionData,
  NodeTraits,
  PortDefinition,
} from './node-definition';
