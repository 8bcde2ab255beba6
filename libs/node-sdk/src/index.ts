export { turnsOutcome } from './turns-outcome';
export { untilWorkflowEnds, workflowEndOf } from './workflow-end';
export { NodeError, failed, iterate, output, suspended } from './outcome';
export type {
  Fault,
  Iteration,
  NodeFailure,
  Outcome,
  OutputOutcome,
  TurnResult,
  Wait,
  Wake,
  WebhookResponse,
} from './outcome';
export { authenticated, fieldText } from './authenticate';
export { hostMatches, hostOf } from './hosts';
export { retryAfterMs } from './retry-after';
export { credentialTypeData, defineCredential } from './credential';
export type { CredentialTestContext, CredentialTestResult, CredentialType, ResolvedCredential } from './credential';
export type {
  ActionCall,
  ActionsPort,
  CancelSignal,
  HttpPort,
  HttpRequest,
  HttpResponse,
  HttpStream,
  LogLevel,
  NetPort,
  NodeInput,
  RunContext,
  SandboxPort,
  SandboxRequest,
  SandboxResult,
  StoragePort,
  WorkflowCall,
} from './context';
export { defineNode, implementNode } from './definition';
export type { NodeDefinition, NodeImplementation, ParamsOf, Resume, Run } from './definition';
export { definitionData, jsonSchemaOf } from './definition-data';
export type { ParamUi } from './param-ui';
export type { PollAnswer, PollContext, PolledItem, Polling } from './polling';
export type { Subscription, SubscriptionContext } from './subscription';
