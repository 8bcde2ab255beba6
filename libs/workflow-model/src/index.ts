export type { Json, JsonObject } from './json';
export { FORBIDDEN_KEYS, LIMITS } from './limits';
export { ERROR_PORT, MAIN_PORT } from './port-ids';
export {
  edgeSchema,
  groupSchema,
  metadataSchema,
  nodeSchema,
  nodeSettingsSchema,
  noteSchema,
  positionSchema,
  retrySettingsSchema,
  workflowDocumentSchema,
} from './document';
export { concurrencySettingsSchema, retentionSettingsSchema, workflowSettingsSchema } from './workflow-settings';
export type { ConcurrencySettings, RetentionSettings, WorkflowSettings } from './workflow-settings';
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
} from './document';
export { WORKFLOW_END } from './workflow-end';
export type { WorkflowEnd } from './workflow-end';
export { hasErrors } from './problem';
export type { Problem } from './problem';
export type {
  CredentialSlot,
  CredentialTestRequest,
  CredentialTypeData,
  OAuth2Settings,
  RequestAuthentication,
} from './credential-type';
export type {
  DefinitionLookup,
  DynamicPorts,
  NodeCategory,
  NodeDefinitionData,
  NodeTraits,
  PortDefinition,
} from './node-definition';
export { tellsUsage } from './tells-usage';
export { calledIdOf, calledInputParam } from './called-workflow';
export { contractOf } from './workflow-contract';
export type { WorkflowContract } from './workflow-contract';
export type { ParamControlKind } from './param-control';
export { parseDocument } from './parse-document';
export type { ParsedDocument } from './parse-document';
export { fromExchange } from './exchange/from-exchange';
export type { ExchangeDefaults } from './exchange/from-exchange';
export { toExchange, type ExchangeOptions } from './exchange/to-exchange';
export { RESERVED_ROOTS, aliasCollisions, aliasMap, aliasOf, nodeAlias, resolveNodeName } from './alias';
export type { AliasMap } from './alias';
export { isDynamic, isExpression, isTemplate } from './dynamic-value';
export { traitsOf } from './node-traits';
export { effectOf } from './node-effect';
export type { NodeEffect } from './node-effect';
export {
  FAILURE_KINDS,
  injectedFailureSchema,
  mockedAttemptSchema,
  nodeMockSchema,
  scriptedAnswerSchema,
  simulatedAt,
  simulatedErrorSchema,
  simulationScriptSchema,
} from './test/simulation';
export type {
  FailureKind,
  InjectedFailure,
  MockedAttempt,
  NodeMock,
  ScriptedAnswer,
  SimulatedError,
  SimulationScript,
} from './test/simulation';
export {
  MOST_TESTS,
  MOST_TEST_BYTES,
  portableTestSchema,
  testAssertionSchema,
  workflowTestSpecSchema,
} from './test/workflow-test';
export type { PortableTest, TestAssertion, ValueCheck, WorkflowTestSpec } from './test/workflow-test';
export { outputPorts } from './ports';
export type { OutputPorts } from './ports';
export { ancestorsOf } from './graph/ancestors-of';
export { descendantsOf } from './graph/descendants-of';
export { findCycle } from './graph/find-cycle';
export type { GraphDocument } from './graph/graph-document';
export { incomingEdges } from './graph/incoming-edges';
export { isDag } from './graph/is-dag';
export { loopsAround, nodesInside } from './graph/loop-bodies';
export type { NodeInLoop } from './graph/loop-bodies';
export { outgoingEdges } from './graph/outgoing-edges';
export { reachableNodes } from './graph/reachable-nodes';
export { topologicalOrder } from './graph/topological-order';
export { calledInputProblems } from './validation/called-input-problems';
export type { CalledContracts } from './validation/called-input-problems';
export { slotCounts } from './validation/credential-problems';
export { validateDocument } from './validation/validate-document';
export type { ValidationOptions } from './validation/validate-document';
export { applyEdit } from './edit/apply-edit';
export { invertEdit } from './edit/invert-edit';
export type { Edit, ElementEdit, NodeEdit, WorkflowEdit } from './edit/edit';
export { canonicalDocument } from './diff/canonical-document';
export { diffDocuments } from './diff/diff-documents';
export type { ChangedElement, ChangedValue, DocumentDiff, ElementsDiff } from './diff/document-diff';
export { canonicalJson } from './data/canonical-json';
export { formatPath } from './data/format-path';
export { getPath } from './data/get-path';
export { nearestKey } from './data/nearest-key';
export { parsePath } from './data/parse-path';
export type { DataPath } from './data/data-path';
export { sampleOf } from './data/schema-sample';
export { outputSchemaOf } from './output-schema';
export { setPath, unsetPath } from './data/set-path';
