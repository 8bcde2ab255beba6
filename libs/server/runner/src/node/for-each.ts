import { NodeError, iterate, turnsOutcome } from '@millrace/node-sdk';
import type { Outcome, RunContext } from '@millrace/node-sdk';
import type { NodeSettings } from '@millrace/workflow-model';
import { NodeParams } from './node-params';
import type { CompiledNode } from './compiled-workflow';

type ForEach = NonNullable<NodeSettings['forEach']>;

/** What a node with the setting "for each" does as a whole: asks for a turn per item, and then gives the list of results. */
export function forEachNode(compiled: CompiledNode, { items, concurrency, onItemError }: ForEach): CompiledNode {
  const run = (ctx: RunContext): Outcome => {
    const list = ctx.evaluate(items);
    if (!Array.isArray(list)) throw notAList(list === null ? 'null' : typeof list);
    return iterate({ items: list, concurrency, onTurnError: onItemError });
  };
  const resume = (ctx: RunContext): Outcome => turnsOutcome(ctx.turns, onItemError);
  const definition = compiled.implementation?.definition;
  return {
    ...compiled,
    traits: { pure: true },
    params: new NodeParams({}, undefined),
    slots: [],
    implementation: definition && { definition, run, resume },
  };
}

function notAList(what: string): NodeError {
  const message = `"For each" needs a list, but its items are ${what}. Point it at a list, such as {{ input.items }}.`;
  return new NodeError({ code: 'FOR_EACH_NOT_A_LIST', fault: 'user', message });
}
