import { signal } from '@angular/core';
import type { WorkflowNode } from '@millrace/workflow-model';
import type { Box } from '../session/operations/geometry';
import { A_FRAME, nextToUnveil, Unveiling } from './unveiling';

const row = (count: number): WorkflowNode[] =>
  Array.from(
    { length: count },
    (_, place) => ({ id: `n${place}`, position: { x: place * 300, y: 0 } }) as WorkflowNode,
  );
const sight: Box = { x: 250, y: -50, width: 400, height: 200 };

it('cards are drawn when a part of them is in sight', () => {
  expect(nextToUnveil(row(9), new Set(), sight)).toEqual(['n1', 'n2']);
  expect(nextToUnveil(row(9), new Set(['n1']), sight)).toEqual(['n2']);
});

it('nothing is drawn while it could not be read', () => {
  expect(nextToUnveil(row(9), new Set(), undefined)).toEqual([]);
});

it('a few are drawn in each frame until all are', () => {
  jest.useFakeTimers();
  const unveiled = signal<ReadonlySet<string>>(new Set());
  const everywhere = { x: -1, y: -1, width: 1e6, height: 100 };
  const unveiling = new Unveiling({ nodes: signal(row(A_FRAME + 5)), unveiled, sight: () => everywhere });
  unveiling.look();
  expect(unveiled().size).toBe(0);
  jest.advanceTimersToNextFrame();
  expect(unveiled().size).toBe(A_FRAME);
  jest.runAllTimers();
  expect(unveiled().size).toBe(A_FRAME + 5);
  jest.useRealTimers();
});
