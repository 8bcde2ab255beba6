import { NodeError, implementNode, output } from '@millrace/node-sdk';
import type { ParamsOf, RunContext } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { runScript } from '../../shared/run-script';
import { transformFields } from './transform-fields';
import { transformerDefinition } from './transformer.definition';

type Params = ParamsOf<typeof transformerDefinition>;

/** Reshapes the input. */
export const transformerNode = implementNode(transformerDefinition, {
  run: (ctx, params) => {
    if (params.mode === 'javascript') return byExpression(ctx, params).then((value) => output(value));
    return output(byFields(ctx, params));
  },
});

function byFields(ctx: RunContext, params: Params): Json {
  const source = params.source === undefined ? ctx.input : params.source;
  const include = params.include ?? (params.fields.length > 0 ? 'only' : 'none');
  return transformFields(source, { ...params, include });
}

async function byExpression(ctx: RunContext, { expression, timeoutMs }: Params): Promise<Json> {
  const text = expression?.trimEnd().replace(/;+$/, '') ?? '';
  if (text.trim() === '') {
    const message = 'There is no expression. Write one, such as `input.lines.map((line) => line.sku)`.';
    throw new NodeError({ code: 'INVALID_PARAMS', fault: 'user', message });
  }
  // On the first line, so that lines in errors are those of the expression; the break ends a comment.
  return runScript(ctx, { code: `return (${text}\n)`, timeoutMs });
}
