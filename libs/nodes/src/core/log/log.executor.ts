import { implementNode, output } from '@millrace/node-sdk';
import type { RunContext } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { logDefinition } from './log.definition';

/** Characters of a message that are kept; with the note on what was cut, a line stays below 10,000. */
const MAX_MESSAGE_LENGTH = 9_900;

/** Writes one line and passes the input on. */
export const logNode = implementNode(logDefinition, {
  run: (ctx, { level, message, fields, includeInput }) => {
    const all = includeInput ? { ...fields, input: ctx.input } : fields;
    const text = messageOf(ctx, message);
    if (Object.keys(all).length === 0) ctx.log(level, text);
    else ctx.log(level, text, all);
    return output(ctx.input);
  },
});

function messageOf(ctx: RunContext, message: Json | undefined): string {
  if (message === undefined || message === null || message === '') return ctx.node.label;
  const text = typeof message === 'string' ? message : JSON.stringify(message);
  if (text.length <= MAX_MESSAGE_LENGTH) return text;
  return `${text.slice(0, MAX_MESSAGE_LENGTH)}… (${text.length} characters)`;
}
