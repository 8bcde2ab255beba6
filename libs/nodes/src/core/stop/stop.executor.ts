import { failed, implementNode } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { stopDefinition } from './stop.definition';

/** Characters of a message that are kept. */
const MAX_MESSAGE_LENGTH = 2_000;

/** Fails for good: nobody tries again what a person decided. */
export const stopNode = implementNode(stopDefinition, {
  run: (_ctx, { code, message, details }) =>
    failed({ code, fault: 'user', message: textOf(message), ...(details === undefined ? {} : { details }) }),
});

function textOf(message: Json): string {
  const text = typeof message === 'string' ? message.trim() : JSON.stringify(message);
  return text === '' ? 'The workflow was stopped.' : text.slice(0, MAX_MESSAGE_LENGTH);
}
