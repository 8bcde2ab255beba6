export { RecordingHttp, jsonResponse, textResponse } from './recording-http';
export type { HttpHandler } from './recording-http';
export { testCredential } from './test-credential';
export { MemoryStorage } from './memory-storage';
export { ScriptedSandbox } from './scripted-sandbox';
export { TestSignal } from './test-signal';
export { testNode } from './test-node';
export type { LoggedLine, NodeTrial, NodeTrialResult, PublishedEvent } from './test-node';
export { templated } from './templated';
