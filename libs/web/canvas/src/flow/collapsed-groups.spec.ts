import { signal } from '@angular/core';
import { updateGroup } from '../session/operations/groups';
import { after, contextOf, documentOf, done } from '../session/testing/documents';
import { DocumentIndex } from '../session/document/document-index';
import type { EditorSession } from '../session/editor-session';
import { CollapsedGroups } from './collapsed-groups';

const workflow = documentOf(
  [
    { id: 'start', type: 'manual-trigger', position: { x: 0, y: 0 } },
    { id: 'a', type: 'log', position: { x: 300, y: 40 } },
    { id: 'b', type: 'log', position: { x: 600, y: 0 } },
    { id: 'end', type: 'log', position: { x: 900, y: 0 } },
  ],
  ['start>a', 'a>b', 'b>end', 'start>end'],
  { groups: [{ id: 'g', label: 'Middle', nodeIds: ['a', 'b'] }] },
);

function groupsOf(isCollapsed: boolean): CollapsedGroups {
  const change = done(updateGroup(contextOf(workflow), 'g', { collapsed: isCollapsed }));
  const document = after(workflow, change);
  const session = {
    groups: () => document.groups,
    nodes: () => document.nodes,
    edges: () => document.edges,
    index: () => DocumentIndex.of(document),
  } as unknown as EditorSession;
  return new CollapsedGroups(signal(session));
}

it('an expanded group is a frame and hides nothing', () => {
  const groups = groupsOf(false);
  expect([groups.frames().length, groups.tiles().length]).toEqual([1, 0]);
  expect(groups.edges()).toHaveLength(4);
  expect(groups.shown(workflow.nodes)).toBe(workflow.nodes);
});

it('a collapsed group is one tile at the corner of its nodes', () => {
  const groups = groupsOf(true);
  expect(groups.frames()).toEqual([]);
  expect(groups.tiles()).toMatchObject([{ position: { x: 300, y: 0 }, hidden: [{ id: 'a' }, { id: 'b' }] }]);
  expect(groups.shown(workflow.nodes).map(({ id }) => id)).toEqual(['start', 'end']);
});

it('edges of its nodes lead to the tile, and those inside are not drawn', () => {
  const groups = groupsOf(true);
  const drawn = groups.edges().map((edge) => [groups.sourceOf(edge), groups.targetOf(edge), groups.isWhole(edge)]);
  expect(drawn).toEqual([
    ['out|start|main', 'in|group:g|main', false],
    ['out|group:g|main', 'in|end|main', false],
    ['out|start|main', 'in|end|main', true],
  ]);
});
