import { implementNode, output, suspended } from '@millrace/node-sdk';
import type { ParamsOf, RunContext } from '@millrace/node-sdk';
import type { JsonObject } from '@millrace/workflow-model';
import { timeoutAt } from '../timer/wait-timeout';
import type { FormFieldParam } from './form-fields';
import { formDefinition } from './form.definition';

/** Sleeps until its form was sent. */
export const formNode = implementNode(formDefinition, {
  run: (ctx, params) =>
    suspended({
      kind: 'event',
      name: `form_${ctx.idempotencyKey}`,
      ...timeoutAt(ctx, params.timeout),
      prompt: promptOf(ctx, params),
    }),
  resume: (_ctx, _params, wake) => (wake.kind === 'event' ? output(wake.payload) : output({ sent: false }, 'timeout')),
});

function promptOf(
  ctx: RunContext,
  { title, description, fields, button, thanks }: ParamsOf<typeof formDefinition>,
): JsonObject {
  return {
    kind: 'form',
    title: title === '' ? ctx.node.label : title,
    ...(description === '' ? {} : { description }),
    ...(button === '' ? {} : { button }),
    ...(thanks === '' ? {} : { thanks }),
    fields: fields.map(shown),
  };
}

/** What is empty stays out. */
function shown(field: FormFieldParam): JsonObject {
  const { name, label, kind, required, options, help, placeholder, value } = field;
  return {
    ...{ name, kind },
    label: label === '' ? name : label,
    ...(required ? { required } : {}),
    ...(options.length > 0 ? { options } : {}),
    ...(help === '' ? {} : { help }),
    ...(placeholder === '' ? {} : { placeholder }),
    ...(value === undefined || value === '' ? {} : { value }),
    ...(kind === 'file' ? filesTaken(field) : {}),
  };
}

function filesTaken({ multiple, accept, maxMegabytes }: FormFieldParam): JsonObject {
  return {
    ...(multiple ? { multiple } : {}),
    ...(accept === '' ? {} : { accept }),
    ...(maxMegabytes === undefined ? {} : { maxMegabytes }),
  };
}
