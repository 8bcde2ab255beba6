export { NodeError, failed, output, suspended } from './outcome';
export type { Fault, NodeFailure, Outcome, OutputOutcome, Wait, Wake, WebhookResponse } from './outcome';
export type {
  CancelSignal,
  HttpPort,
  HttpRequest,
  HttpResponse,
  LogLevel,
  NodeInput,
  RunContext,
  SandboxPort,
  SandboxRequest,
  SandboxResult,
  StoragePort,
} from './context';
export { defineNode, implementNode } from './definition';
export type { NodeDefinition, NodeImplementation, ParamsOf, Resume, Run } from './definition';
export { definitionData, jsonSchemaOf } from './definition-data';
export type { ParamUi } from './param-ui';
