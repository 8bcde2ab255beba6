import { implementNode, output } from '@millrace/node-sdk';
import { publishEventDefinition } from './publish-event.definition';

/** Publishes once: the event is committed together with this node's result. */
export const publishEventNode = implementNode(publishEventDefinition, {
  run: (ctx, { name, payload }) => {
    ctx.publish(name, payload === undefined ? ctx.input : payload);
    return output(ctx.input);
  },
});
