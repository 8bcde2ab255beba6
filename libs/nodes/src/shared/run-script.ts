import { NodeError } from '@millrace/node-sdk';
import type { RunContext, SandboxResult } from '@millrace/node-sdk';
import { SandboxError } from '@millrace/sandbox';
import type { Json, JsonObject } from '@millrace/workflow-model';

/** A script of a node. */
export interface Script {
  /** Body of an async function. */
  readonly code: string;
  readonly timeoutMs: number;
}

/**
 * Runs a script with `input`, `trigger`, `nodes` (data of finished nodes by name) and, inside a loop, `item` and `index`; puts
 * what it logs into the run's log, also when it fails.
 * @throws NodeError what the sandbox throws
 */
export async function runScript(ctx: RunContext, script: Script): Promise<Json> {
  const request = {
    code: script.code,
    globals: globalsFor(ctx, script.code),
    timeoutMs: script.timeoutMs,
    signal: ctx.signal,
  };
  try {
    const result = await ctx.sandbox.run(request);
    writeLogs(ctx, result.logs);
    return result.value;
  } catch (error) {
    if (error instanceof SandboxError) writeLogs(ctx, error.logs);
    throw error instanceof NodeError ? new NodeError(error.failure, { cause: error }) : error;
  }
}

/** Only what the code names is copied into the sandbox: the data of all nodes may be large. */
function globalsFor(ctx: RunContext, code: string): JsonObject {
  const globals: JsonObject = {};
  for (const name of ['input', 'trigger', 'nodes'] as const) {
    if (code.includes(name)) globals[name] = ctx[name];
  }
  for (const name of ['item', 'index'] as const) {
    const value = new RegExp(`\\b${name}\\b`).test(code) ? inLoop(ctx, name) : undefined;
    if (value !== undefined) globals[name] = value;
  }
  return globals;
}

/** Undefined outside of loops, where the name is free for the script's own use. */
function inLoop(ctx: RunContext, name: 'item' | 'index'): Json | undefined {
  try {
    return ctx.evaluate({ $expr: name });
  } catch (error) {
    if (error instanceof NodeError) return undefined;
    throw error;
  }
}

function writeLogs(ctx: RunContext, logs: SandboxResult['logs']): void {
  for (const { level, message } of logs) ctx.log(level, message);
}
