import { implementNode, output } from '@millrace/node-sdk';
import { conditionDefinition } from './condition.definition';
import { conditionOf } from './rules/condition-schema';
import { holds } from './rules/holds';

/** Passes the input through on the port that says whether the condition holds. */
export const conditionNode = implementNode(conditionDefinition, {
  run: (ctx, params) => output(ctx.input, holds(ctx, conditionOf(params), params) ? 'true' : 'false'),
});
