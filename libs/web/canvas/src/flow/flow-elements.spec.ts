import type { WorkflowNode } from '@millrace/workflow-model';
import type { EditorSession } from '../session/editor-session';
import { elementIdOf, movesOf, nameOf, selectionOf } from './flow-elements';

const session = {
  node: (id: string) => ({ id, position: { x: 100, y: 100 } }) as WorkflowNode,
  index: () => ({ loopsAround: (id: string) => (id === 'inner' ? ['a'] : []) }),
} as unknown as EditorSession;
const frame = {
  group: { id: 'g', label: 'G', nodeIds: ['a', 'b'] },
  position: { x: 76, y: 44 },
  size: { width: 1, height: 1 },
};

it('names of notes and groups come back as ids of their kind', () => {
  const event = { nodeIds: ['a'], groupIds: [nameOf.note('n'), nameOf.group('g')], connectionIds: ['e'] };
  expect(selectionOf(event)).toEqual({ nodeIds: ['a'], noteIds: ['n'], groupIds: ['g'], edgeIds: ['e'] });
});

it('the nodes of a moved group move by as much as its frame', () => {
  const moves = movesOf([{ id: 'group|g', position: { x: 96, y: 44 } }], session, [frame]);
  expect(moves.nodes).toEqual([
    { id: 'a', position: { x: 120, y: 100 } },
    { id: 'b', position: { x: 120, y: 100 } },
  ]);
});

it('a node that was dragged itself is not moved twice', () => {
  const moved = [
    { id: 'a', position: { x: 1, y: 2 } },
    { id: 'group|g', position: { x: 96, y: 44 } },
  ];
  expect(movesOf(moved, session, [frame]).nodes?.find(({ id }) => id === 'a')?.position).toEqual({ x: 1, y: 2 });
});

it('what is inside a dragged loop goes with it and not on its own', () => {
  const moved = ['a', 'inner'].map((id) => ({ id, position: { x: 1, y: 2 } }));
  expect(movesOf(moved, session, []).nodes?.map(({ id }) => id)).toEqual(['a']);
});

it('an event on something inside a card belongs to its node', () => {
  document.body.innerHTML = '<div data-node="a"><i id="inside"></i></div><b id="outside"></b>';
  expect(elementIdOf(document.getElementById('inside')!)).toEqual({ kind: 'node', id: 'a' });
  expect(elementIdOf(document.getElementById('outside')!)).toEqual({ kind: 'canvas' });
});
