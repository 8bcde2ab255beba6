import { implementNode, output } from '@millrace/node-sdk';
import { noOpDefinition } from './no-op.definition';

/** Passes the input on. */
export const noOpNode = implementNode(noOpDefinition, { run: (ctx) => output(ctx.input) });
