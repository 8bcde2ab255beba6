import { implementNode, iterate, turnsOutcome } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { loopDefinition } from './loop.definition';

export const loopNode = implementNode(loopDefinition, {
  run: (_ctx, { items, batchSize, concurrency, onTurnError }) =>
    iterate({ items: batchSize === 1 ? items : batchesOf(items, batchSize), concurrency, onTurnError }),
  resume: (ctx, { onTurnError }) => turnsOutcome(ctx.turns, onTurnError),
});

function batchesOf(items: readonly Json[], size: number): Json[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
