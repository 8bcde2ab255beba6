import { implementNode, output } from '@millrace/node-sdk';
import type { ParamsOf, RunContext } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { outputDefinition } from './output.definition';

type Params = ParamsOf<typeof outputDefinition>;

/** Gives the result of the run. */
export const outputNode = implementNode(outputDefinition, { run: (ctx, params) => output(resultOf(ctx, params)) });

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
