import { NodeError, implementNode, output } from '@millrace/node-sdk';
import type { Outcome, ParamsOf, RunContext } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { storageDefinition } from './storage.definition';

/** Bytes of JSON that one key can hold. */
const MAX_VALUE_BYTES = 1024 * 1024;
const CONTROL_CHARACTER = /\p{Cc}/u;

type Params = ParamsOf<typeof storageDefinition>;

/** Works on one key of the workspace's durable values and tells what stands there now. */
export const storageNode = implementNode(storageDefinition, {
  run: async (ctx, params) => {
    if (CONTROL_CHARACTER.test(params.key)) {
      throw userError('STORAGE_KEY_INVALID', 'The key holds a control character. Use printable characters only.');
    }
    switch (params.operation) {
      case 'write':
        return write(ctx, params);
      case 'read':
        return read(ctx, params);
      case 'delete':
        return remove(ctx, params);
    }
  },
});

async function write(ctx: RunContext, { key, value }: Params): Promise<Outcome> {
  const written: Json = value === undefined ? ctx.input : value;
  const bytes = Buffer.byteLength(JSON.stringify(written));
  if (bytes > MAX_VALUE_BYTES) {
    const message = `The value for "${key}" is ${bytes} bytes of JSON, more than ${MAX_VALUE_BYTES}. Store less, or split it over several keys.`;
    throw userError('STORAGE_VALUE_TOO_LARGE', message);
  }
  await ctx.storage.write(key, written);
  return output({ key, value: written });
}

async function read(ctx: RunContext, { key, defaultValue, failWhenMissing }: Params): Promise<Outcome> {
  const value = await ctx.storage.read(key);
  if (value === undefined && failWhenMissing) throw missing(key);
  return output({ key, value: value === undefined ? (defaultValue ?? null) : value, found: value !== undefined });
}

async function remove(ctx: RunContext, { key, failWhenMissing }: Params): Promise<Outcome> {
  const deleted = await ctx.storage.delete(key);
  if (!deleted && failWhenMissing) throw missing(key);
  return output({ key, deleted });
}

function missing(key: string): NodeError {
  return userError('STORAGE_KEY_NOT_FOUND', `There is no value under "${key}". Write one first, or give a default.`);
}

function userError(code: string, message: string): NodeError {
  return new NodeError({ code, fault: 'user', message });
}
