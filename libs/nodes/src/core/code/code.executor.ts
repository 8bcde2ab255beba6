import { implementNode, output } from '@millrace/node-sdk';
import { runScript } from '../../shared/run-script';
import { codeDefinition } from './code.definition';

/** Runs the code in the sandbox. */
export const codeNode = implementNode(codeDefinition, {
  run: async (ctx, params) => output(await runScript(ctx, params)),
});
