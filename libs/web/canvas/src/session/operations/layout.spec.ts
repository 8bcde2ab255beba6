import '../testing/structured-clone';
import * as dagre from '@dagrejs/dagre';
import fc from 'fast-check';
import { applyEdit } from '@millrace/workflow-model';
import { after, contextOf, documentOf, done, refusalOf } from '../testing/documents';
import { align, alignToGrid, distribute } from './arrange';
import { NODE_HEIGHT, NODE_WIDTH, boundsOf, contains, freePlace, nodeBox, noteBox, overlap, snapped } from './geometry';
import { move, nudge } from './move';
import { tidyUp } from './tidy-up';

const at = (id: string, x: number, y: number, more: object = {}) => ({ id, position: { x, y }, ...more });
const note = (id: string, x: number, y: number, width = 400, height = 300) => ({
  id,
  text: '',
  position: { x, y },
  size: { width, height },
});
const positions = ({ nodes }: { nodes: { id: string; position: object }[] }) =>
  Object.fromEntries(nodes.map((node) => [node.id, node.position]));

describe('places', () => {
  it('are on the grid, and never minus zero', () => {
    expect(snapped({ x: 29, y: -31 })).toEqual({ x: 20, y: -40 });
    expect(Object.is(snapped({ x: -4, y: 0 }).x, 0)).toBe(true);
  });

  it('are free when asked for a free one', () => {
    const taken = [nodeBox({ position: { x: 0, y: 0 } }), nodeBox({ position: { x: 100, y: 100 } })];
    const place = freePlace({ x: 20, y: 0 }, taken);
    expect(taken.some((box) => overlap(box, nodeBox({ position: place })))).toBe(false);
    expect(place).toEqual({ x: 20, y: 200 });
  });

  it('have bounds, none when there are none', () => {
    expect(boundsOf([])).toBeUndefined();
    expect(boundsOf([noteBox(note('n', -10, 0, 20, 30)), nodeBox({ position: { x: 0, y: 0 } })])).toEqual({
      x: -10,
      y: 0,
      width: NODE_WIDTH + 10,
      height: NODE_HEIGHT,
    });
  });
});

describe('moving', () => {
  const document = documentOf([at('a', 0, 0), at('b', 300, 0), at('out', 900, 0)], [], {
    notes: [
      note('n', -20, -20, 600, 200),
      note('inner', 0, 20, 100, 100),
      { ...note('loose', 880, -20), carry: false },
    ],
  });

  it('snaps to the grid', () => {
    const moved = after(document, move(contextOf(document), { nodes: [{ id: 'a', position: { x: 91, y: 9 } }] }));
    expect(moved.nodes[0]?.position).toEqual({ x: 100, y: 0 });
  });

  it('takes along what lies in a note, notes too', () => {
    const moved = after(document, move(contextOf(document), { notes: [{ id: 'n', position: { x: 80, y: 80 } }] }));
    expect(positions(moved)).toEqual({ a: { x: 100, y: 100 }, b: { x: 400, y: 100 }, out: { x: 900, y: 0 } });
    expect(moved.notes.map((each) => each.position)).toEqual([
      { x: 80, y: 80 },
      { x: 100, y: 120 },
      { x: 880, y: -20 },
    ]);
  });

  it('takes nothing along that has a place of its own, nor from a note that does not carry', () => {
    const moves = {
      nodes: [{ id: 'a', position: { x: 0, y: 400 } }],
      notes: [{ id: 'n', position: { x: 80, y: 80 } }],
    };
    expect(positions(after(document, move(contextOf(document), moves)))['a']).toEqual({ x: 0, y: 400 });
    const loose = move(contextOf(document), { notes: [{ id: 'loose', position: { x: 0, y: 600 } }] });
    expect(positions(after(document, loose))['out']).toEqual({ x: 900, y: 0 });
  });

  it('is refused when nothing moves', () => {
    expect(refusalOf(move(contextOf(document), { nodes: [{ id: 'a', position: { x: 3, y: 3 } }] }))).toBe(
      'NOTHING_CHANGED',
    );
    expect(refusalOf(move(contextOf(document), { nodes: [{ id: 'gone', position: { x: 300, y: 3 } }] }))).toBe(
      'NOTHING_CHANGED',
    );
  });

  it('goes by a distance with the arrow keys', () => {
    const moved = after(
      document,
      nudge(contextOf(document), { nodeIds: ['a', 'gone'], noteIds: ['loose'] }, { x: 20, y: -20 }),
    );
    expect([moved.nodes[0]?.position, moved.notes[2]?.position]).toEqual([
      { x: 20, y: -20 },
      { x: 900, y: -40 },
    ]);
  });
});

describe('aligning', () => {
  const document = documentOf([at('a', 0, 0), at('b', 310, 100), at('c', 900, 40)]);
  const ids = ['a', 'b', 'c'];

  it.each([
    ['left', [0, 0, 0]],
    ['right', [900, 900, 900]],
    ['centre', [460, 460, 460]],
  ] as const)('puts nodes on one line at the %s', (to, xs) => {
    expect(after(document, align(contextOf(document), ids, to)).nodes.map((node) => node.position.x)).toEqual(xs);
  });

  it.each([
    ['top', 0],
    ['middle', 60],
    ['bottom', 100],
  ] as const)('puts nodes on one line at the %s', (to, y) => {
    expect(after(document, align(contextOf(document), ids, to)).nodes.map((node) => node.position.y)).toEqual([
      y,
      y,
      y,
    ]);
  });

  it('spreads nodes evenly, whatever order they were selected in', () => {
    const across = after(document, distribute(contextOf(document), ['c', 'a', 'b'], 'across'));
    expect(across.nodes.map((node) => node.position.x)).toEqual([0, 460, 900]);
    const down = after(document, distribute(contextOf(document), ids, 'down'));
    expect(down.nodes.map((node) => node.position.y)).toEqual([0, 100, 60]);
  });

  it('puts nodes on the grid', () => {
    expect(positions(after(document, alignToGrid(contextOf(document), ids)))['b']).toEqual({ x: 320, y: 100 });
  });

  it('is refused for too few', () => {
    expect(refusalOf(align(contextOf(document), ['a'], 'left'))).toBe('TOO_FEW');
    expect(refusalOf(distribute(contextOf(document), ['a', 'b'], 'down'))).toBe('TOO_FEW');
  });
});

describe('tidying up', () => {
  const messy = documentOf(
    [
      at('t', 500, 700, { type: 'manual-trigger' }),
      at('late', 40, 40, { type: 'webhook-trigger' }),
      at('check', 0, 0, { type: 'condition' }),
      at('no', 700, -300),
      at('yes', -200, 300),
      at('join', 100, 100, { type: 'merge' }),
    ],
    ['t>check', 'check:false>no', 'check:true>yes', 'yes>join', 'no>join', 'late>join'],
  );
  const tidy = after(messy, tidyUp(contextOf(messy), dagre));
  const place = (id: string) => tidy.nodes.find((node) => node.id === id)?.position ?? { x: NaN, y: NaN };

  it('puts what follows to the right of what it follows', () => {
    for (const edge of tidy.edges)
      expect(place(edge.target).x).toBeGreaterThanOrEqual(place(edge.source).x + NODE_WIDTH);
  });

  it('puts every trigger into the first column, also one that leads to the end', () => {
    expect(place('late').x).toBe(place('t').x);
    expect(Math.min(...tidy.nodes.map((node) => node.position.x))).toBe(place('t').x);
  });

  it('puts the first port above the second', () => {
    expect(place('yes').y).toBeLessThan(place('no').y);
  });

  it('covers no card with another and keeps to the grid', () => {
    const boxes = tidy.nodes.map(nodeBox);
    expect(boxes.some((box, one) => boxes.some((other, two) => one < two && overlap(box, other)))).toBe(false);
    expect(tidy.nodes.every(({ position: { x, y } }) => x % 20 === 0 && y % 20 === 0)).toBe(true);
  });

  it('keeps the corner of the whole where it was', () => {
    const [before, now] = [messy, tidy].map(({ nodes }) => boundsOf(nodes.map(nodeBox)));
    expect([now?.x, now?.y]).toEqual([before?.x, before?.y]);
  });

  it('changes nothing the second time', () => {
    expect(refusalOf(tidyUp(contextOf(tidy), dagre))).toBe('NOTHING_CHANGED');
  });

  it('leaves nodes alone that are not selected', () => {
    const some = after(messy, tidyUp(contextOf(messy), dagre, ['check', 'yes', 'no']));
    const still = ['t', 'late', 'join'];
    expect(some.nodes.filter((node) => still.includes(node.id))).toEqual(
      messy.nodes.filter((node) => still.includes(node.id)),
    );
    expect(done(tidyUp(contextOf(messy), dagre, ['check', 'yes', 'no'])).label).toBe('Tidy up selection');
  });

  it('keeps notes around the nodes that they enclose, and beside those that they stand next to', () => {
    const noted = {
      ...messy,
      notes: [note('around', 80, 80, 300, 140), note('beside', 500, 800, 200, 100)],
    };
    const result = after(noted, tidyUp(contextOf(noted), dagre));
    const [around, beside] = result.notes;
    const join = result.nodes.find((node) => node.id === 'join')?.position ?? { x: 0, y: 0 };
    const t = result.nodes.find((node) => node.id === 't')?.position ?? { x: 0, y: 0 };
    expect(around).toMatchObject({ position: { x: join.x - 20, y: join.y - 20 }, size: { width: 300, height: 140 } });
    expect(beside?.position).toEqual({ x: t.x, y: t.y + 100 });
  });

  it('is refused for a single node', () => {
    expect(refusalOf(tidyUp(contextOf(messy), dagre, ['t']))).toBe('TOO_FEW');
  });

  it('lays any graph out without overlaps, notes still around what they enclosed', () => {
    const graphs = fc.integer({ min: 2, max: 10 }).chain((size) =>
      fc.record({
        places: fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
          minLength: size,
          maxLength: size,
        }),
        pairs: fc.uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 15, selector: String }),
      }),
    );
    fc.assert(
      fc.property(graphs, ({ places, pairs }) => {
        const nodes = places.map(([x, y], index) => at(`n${index}`, x * 20, y * 20));
        const edges = pairs.filter(([from, to]) => from < to).map(([from, to]) => `n${from}>n${to}`);
        const document = documentOf(nodes, edges, { notes: [note('n', -200, -200, 600, 500)] });
        const outcome = tidyUp(contextOf(document), dagre);
        if ('refused' in outcome) return;
        const result = applyEdit(document, outcome.edit);
        const boxes = result.nodes.map(nodeBox);
        expect(boxes.some((box, one) => boxes.some((other, two) => one < two && overlap(box, other)))).toBe(false);
        const [before] = document.notes.map(noteBox);
        const [now] = result.notes.map(noteBox);
        const inside = document.nodes
          .filter((node) => before && contains(before, nodeBox(node)))
          .map((node) => node.id);
        const kept = result.nodes.filter((node) => inside.includes(node.id));
        expect(kept.every((node) => now && contains(now, nodeBox(node)))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
