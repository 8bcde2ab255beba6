import { celEnvironment } from './environment';
import { REPLACED_FUNCTIONS, plainName } from './functions/declare';

/** A function that expressions may call. */
export interface CelFunction {
  readonly name: string;
  /** Type of the value that it is called on; undefined when it stands alone. */
  readonly receiver: string | undefined;
  readonly signature: string;
  readonly description: string;
}

const HIDDEN = new Set(['millraceEvaluator', 'bind']);
/** Optional values are switched off: nothing can make one. */
const OPTIONAL = /^optional/i;

let functions: readonly CelFunction[] | undefined;

/** All functions and macros of expressions, one entry for each name and receiver. */
export function celFunctions(): readonly CelFunction[] {
  return (functions ??= listed());
}

function listed(): CelFunction[] {
  const found = new Map<string, CelFunction>();
  for (const declared of celEnvironment().getDefinitions().functions) {
    const name = plainName(declared.name);
    // What was replaced is registered twice: the library's own, which is never called, and ours.
    if (HIDDEN.has(name) || (name === declared.name && REPLACED_FUNCTIONS.has(name))) continue;
    const receiver = declared.receiverType ?? undefined;
    if (OPTIONAL.test(receiver ?? '')) continue;
    const key = `${receiver ?? ''}.${name}`;
    if (found.has(key)) continue;
    const signature = plainName(declared.signature);
    found.set(key, { name, receiver, signature, description: declared.description ?? '' });
  }
  return [...found.values()];
}
