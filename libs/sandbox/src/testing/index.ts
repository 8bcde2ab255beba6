import path from 'node:path';
import { SandboxPool } from '../sandbox-pool';
import type { SandboxPoolOptions } from '../sandbox-options';

/** A pool over the child file of this library, for specs. Close it when done. */
export function testPool(options: Partial<SandboxPoolOptions> = {}): SandboxPool {
  return new SandboxPool({ childFile: path.join(__dirname, '../child/sandbox-child.mjs'), size: 1, ...options });
}
