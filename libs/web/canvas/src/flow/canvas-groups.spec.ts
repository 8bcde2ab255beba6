import type { WorkflowNode } from '@millrace/workflow-model';
import { groupFrames } from './canvas-groups';

const node = (id: string, x: number, y: number) => [id, { id, position: { x, y } } as WorkflowNode] as const;

it('a frame encloses its nodes and leaves room for its title', () => {
  const [frame] = groupFrames(
    [{ id: 'g', label: 'G', nodeIds: ['a', 'b'] }],
    new Map([node('a', 0, 0), node('b', 400, 100)]),
  );
  expect(frame?.position).toEqual({ x: -24, y: -70 });
  expect(frame?.size).toEqual({ width: 400 + 224 + 48, height: 100 + 64 + 48 + 46 });
});

it('a group without nodes has no frame', () => {
  expect(groupFrames([{ id: 'g', label: 'G', nodeIds: ['gone'] }], new Map())).toEqual([]);
});
