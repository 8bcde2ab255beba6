export { SandboxPool } from './sandbox-pool';
export { SandboxError } from './sandbox-error';
export type { CodePlace } from './sandbox-error';
export type { SandboxPoolOptions } from './sandbox-options';
