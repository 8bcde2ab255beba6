import { failed, implementNode } from '@millrace/node-sdk';
import type { Outcome, RunContext } from '@millrace/node-sdk';
import { conditionOf } from '../condition/rules/condition-schema';
import { areEqual } from '../condition/rules/equality';
import { holds } from '../condition/rules/holds';
import { portOf } from './switch-cases';
import type { SwitchCase, SwitchParams } from './switch-cases';
import { switchDefinition } from './switch.definition';

type Params = SwitchParams & {
  readonly match: 'first' | 'all';
  readonly caseSensitive: boolean;
  readonly looseTypes: boolean;
};

/** Passes the input through on the port of the first case that fits, or of every one. */
export const switchNode = implementNode(switchDefinition, {
  run: (ctx, params) => {
    const taken = portsTaken(ctx, params);
    if (taken.length > 0) return through(ctx, taken);
    if (params.fallback === 'none') return through(ctx, []);
    if (params.fallback !== 'error') return through(ctx, [params.fallback]);
    const message = 'No case fits the input. Add a case for it, or choose another fallback.';
    return failed({ code: 'SWITCH_NO_CASE', fault: 'user', message });
  },
});

function portsTaken(ctx: RunContext, params: Params): string[] {
  const taken: string[] = [];
  for (const [index, one] of params.cases.entries()) {
    if (!fits(ctx, one, params)) continue;
    taken.push(portOf(one, index));
    if (params.match === 'first') break;
  }
  return taken;
}

function fits(ctx: RunContext, one: SwitchCase, params: Params): boolean {
  if (params.mode === 'rules') return holds(ctx, conditionOf(one), params);
  const { caseSensitive, looseTypes } = params;
  const wanted = one.equals === undefined ? undefined : ctx.evaluate(one.equals);
  return areEqual(params.value, wanted, { caseSensitive, looseTypes, timezone: ctx.execution.timezone });
}

function through(ctx: RunContext, ports: readonly string[]): Outcome {
  return { kind: 'output', ports: Object.fromEntries(ports.map((port) => [port, ctx.input])) };
}
