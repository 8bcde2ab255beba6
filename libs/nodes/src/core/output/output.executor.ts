import { implementNode, output } from '@millrace/node-sdk';
import type { ParamsOf, RunContext } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { requireFits } from '../json-validator/require-fits';
import { outputDefinition } from './output.definition';

type Params = ParamsOf<typeof outputDefinition>;

/** Gives the result of the run, when it is what the schema says. */
export const outputNode = implementNode(outputDefinition, {
  run: (ctx, params) =>
    output(
      requireFits(resultOf(ctx, params), params.schema, { code: 'OUTPUT_INVALID', what: 'The result of the run' }),
    ),
});

function resultOf(ctx: RunContext, params: Params): Json {
  switch (params.collect ?? impliedBy(params)) {
    case 'input':
      return ctx.input;
    case 'all-nodes':
      return ctx.nodes;
    case 'fields':
      return params.fields ?? {};
    case 'value':
      return params.value ?? null;
  }
}

function impliedBy({ fields, value }: Params): 'input' | 'fields' | 'value' {
  if (value !== undefined) return 'value';
  return fields !== undefined && Object.keys(fields).length > 0 ? 'fields' : 'input';
}
