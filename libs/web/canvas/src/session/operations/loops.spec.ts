import '../testing/structured-clone';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { insertContent } from '../clipboard/insert-content';
import { copyElements } from '../clipboard/copy-elements';
import { DocumentIndex } from '../document/document-index';
import { outlineOf } from '../outline/outline';
import { neighbourOf } from '../selection/neighbours';
import { after, contextOf, documentOf, done, refusalOf, wires } from '../testing/documents';
import { addNode } from './add-node';
import { connect } from './connect';
import { deleteElements } from './delete-elements';
import { FRAME_SIZE, FRAME_SPACE, framesOf } from './frames';
import { nudge } from './move';
import { drop, loopsFor, moveInto } from './move-into';
import { replaceNode } from './replace-node';
import { loadLayout, tidyUp } from './tidy-up';
import { unwrap, wrap } from './wrap';

/** trigger > each [a > b] > end, and `free` beside. */
const looped = documentOf(
  [
    { id: 'trigger', type: 'manual-trigger', position: { x: 0, y: 0 } },
    { id: 'each', type: 'loop', label: 'Orders', position: { x: 400, y: 0 } },
    { id: 'a', parent: 'each', position: { x: 440, y: 100 } },
    { id: 'b', parent: 'each', position: { x: 760, y: 100 } },
    { id: 'end', position: { x: 1200, y: 0 } },
    { id: 'free', position: { x: 0, y: 600 } },
  ],
  ['trigger>each', 'a>b', 'each>end'],
);

const node = (document: WorkflowDocument, id: string) => document.nodes.find((each) => each.id === id);
const parentOf = (document: WorkflowDocument, id: string) => node(document, id)?.parent;
const frameIn = (document: WorkflowDocument, id = 'each') => framesOf(contextOf(document)).get(id);

describe('the frame of a loop', () => {
  it('encloses what is inside, and has room for a card when it is empty', () => {
    expect(frameIn(looped)).toEqual({ x: 400, y: 0, width: 360 + 224 + FRAME_SPACE.right, height: 204 });
    expect(frameIn(documentOf([{ id: 'each', type: 'loop' }]))).toEqual({ x: 0, y: 0, ...FRAME_SIZE });
  });

  it('encloses the frames of loops inside it', () => {
    const nested = documentOf([
      { id: 'each', type: 'loop', position: { x: 0, y: 0 } },
      { id: 'inner', type: 'loop', parent: 'each', position: { x: 40, y: 100 } },
      { id: 'a', parent: 'inner', position: { x: 80, y: 600 } },
    ]);
    expect(frameIn(nested)?.height).toBe(600 + 64 + 2 * FRAME_SPACE.bottom);
    expect(frameIn(nested)?.width).toBe(40 + FRAME_SIZE.width + FRAME_SPACE.right);
  });
});

describe('moving around loops', () => {
  it('takes the body along with the frame', () => {
    const moved = after(looped, nudge(contextOf(looped), { nodeIds: ['each'] }, { x: 20, y: 40 }));
    expect(node(moved, 'each')?.position).toEqual({ x: 420, y: 40 });
    expect(node(moved, 'b')?.position).toEqual({ x: 780, y: 140 });
    expect(done(nudge(contextOf(looped), { nodeIds: ['each'] }, { x: 20, y: 0 })).label).toBe('Move');
  });

  it('lets the frame grow to the left and upwards with what is inside', () => {
    const moved = after(looped, nudge(contextOf(looped), { nodeIds: ['a'] }, { x: -100, y: -60 }));
    expect(node(moved, 'each')?.position).toEqual({ x: 300, y: -60 });
    expect(node(moved, 'b')?.position).toEqual({ x: 760, y: 100 });
  });

  it('puts what is dropped on a frame into the loop, as one step that can be taken back', () => {
    const outcome = drop(contextOf(looped), { nodes: [{ id: 'free', position: { x: 600, y: 120 } }] });
    expect(done(outcome).label).toBe('Move free into Orders');
    expect(parentOf(after(looped, outcome), 'free')).toBe('each');
  });

  it('cuts the edges of what is dragged off, and joins what was around it', () => {
    const chain = documentOf(
      [...looped.nodes.map((each) => ({ ...each })), { id: 'c', parent: 'each', position: { x: 1080, y: 100 } }],
      ['trigger>each', 'a>b', 'b>c', 'each>end'],
    );
    const out = after(chain, drop(contextOf(chain), { nodes: [{ id: 'b', position: { x: 400, y: 800 } }] }));
    expect(parentOf(out, 'b')).toBeUndefined();
    expect(wires(out)).toEqual(['trigger>each', 'each>end', 'a>c']);
  });

  it('leaves triggers outside and loops out of themselves', () => {
    const trigger = after(
      looped,
      drop(contextOf(looped), { nodes: [{ id: 'trigger', position: { x: 600, y: 120 } }] }),
    );
    expect(parentOf(trigger, 'trigger')).toBeUndefined();
    const loop = after(looped, drop(contextOf(looped), { nodes: [{ id: 'each', position: { x: 440, y: 20 } }] }));
    expect(parentOf(loop, 'each')).toBeUndefined();
    expect(parentOf(loop, 'a')).toBe('each');
  });

  it('goes by name too: into a loop below what is there, and out below the frame', () => {
    const into = after(looped, moveInto(contextOf(looped), ['free'], 'each'));
    expect(node(into, 'free')).toMatchObject({ parent: 'each', position: { x: 440, y: 200 } });
    const out = after(looped, moveInto(contextOf(looped), ['a', 'b'], undefined));
    expect([parentOf(out, 'a'), parentOf(out, 'b')]).toEqual([undefined, undefined]);
    expect(wires(out)).toContain('a>b');
    expect(refusalOf(moveInto(contextOf(looped), ['trigger'], 'each'))).toBe('TRIGGER_IN_LOOP');
    expect(refusalOf(moveInto(contextOf(looped), ['each'], 'each'))).toBe('LOOP_IN_ITSELF');
    expect(loopsFor(contextOf(looped), ['free'])).toEqual(['each']);
    expect(loopsFor(contextOf(looped), ['a'])).toEqual([]);
  });
});

describe('building inside loops', () => {
  it('adds inside, after and into what is inside', () => {
    const first = done(addNode(contextOf(looped), { type: 'log', place: { kind: 'inside', loopId: 'each' } }));
    expect(node(after(looped, first), first.nodeId)).toMatchObject({ parent: 'each', position: { x: 440, y: 200 } });
    const next = done(addNode(contextOf(looped), { type: 'log', place: { kind: 'after', nodeId: 'b' } }));
    expect(parentOf(after(looped, next), next.nodeId)).toBe('each');
    const between = done(addNode(contextOf(looped), { type: 'log', place: { kind: 'into', edgeId: 'a>b' } }));
    expect(parentOf(after(looped, between), between.nodeId)).toBe('each');
    const there = done(
      addNode(contextOf(looped), { type: 'log', place: { kind: 'free', position: { x: 500, y: 120 } } }),
    );
    expect(parentOf(after(looped, there), there.nodeId)).toBe('each');
    expect(
      refusalOf(addNode(contextOf(looped), { type: 'manual-trigger', place: { kind: 'inside', loopId: 'each' } })),
    ).toBe('TRIGGER_IN_LOOP');
  });

  it('pushes what comes after the loop out of the way of a frame that grows', () => {
    const wider = after(looped, addNode(contextOf(looped), { type: 'log', place: { kind: 'after', nodeId: 'b' } }));
    const frame = frameIn(wider);
    expect(node(wider, 'end')?.position.x).toBeGreaterThan((frame?.x ?? 0) + (frame?.width ?? 0));
  });

  it('stands a new step behind the frame, not on it', () => {
    const added = done(addNode(contextOf(looped), { type: 'log', place: { kind: 'after', nodeId: 'each' } }));
    const frame = frameIn(looped);
    const place = node(after(looped, added), added.nodeId);
    expect(place?.parent).toBeUndefined();
    expect(place?.position.x).toBeGreaterThanOrEqual((frame?.x ?? 0) + (frame?.width ?? 0));
  });

  it('refuses connections across the border, in words', () => {
    const outcome = connect(contextOf(looped), { nodeId: 'trigger' }, { nodeId: 'a' });
    expect(refusalOf(outcome)).toBe('EDGE_CROSSES_LOOP');
    expect(outcome).toMatchObject({
      refused: '"a" is inside the loop "Orders"; connections do not cross its border. Connect the loop itself.',
    });
    expect(refusalOf(replaceNode(contextOf(looped), 'each', 'log'))).toBe('LOOP_NOT_EMPTY');
  });
});

describe('loops as a whole', () => {
  it('are deleted with their body, and what was around them is joined', () => {
    const gone = after(looped, deleteElements(contextOf(looped), { nodeIds: ['each', 'a', 'b'] }));
    expect(gone.nodes.map(({ id }) => id)).toEqual(['trigger', 'end', 'free']);
    expect(wires(gone)).toEqual(['trigger>end']);
  });

  it('are copied with their body', () => {
    const content = copyElements(DocumentIndex.of(looped), { nodeIds: ['each'] }, {});
    expect(content?.nodes.map(({ id }) => id)).toEqual(['each', 'a', 'b']);
    const pasted = insertContent(contextOf(looped), content!, { position: { x: 0, y: 2000 }, label: 'Paste' });
    const copies = after(looped, pasted).nodes.slice(looped.nodes.length);
    const loop = copies.find(({ type }) => type === 'loop');
    expect(copies.filter(({ parent }) => parent === loop?.id)).toHaveLength(2);
  });

  it('are made around a selection, wired as it was', () => {
    const chain = documentOf(['t', 'a', 'b', 'c'], ['t>a', 'a>b', 'b>c']);
    const wrapped = done(wrap(contextOf(chain), ['a', 'b']));
    const result = after(chain, wrapped);
    expect([parentOf(result, 'a'), parentOf(result, 'b')]).toEqual([wrapped.nodeId, wrapped.nodeId]);
    expect(wires(result)).toEqual([`t>${wrapped.nodeId}`, 'a>b', `${wrapped.nodeId}>c`]);
    expect(refusalOf(wrap(contextOf(chain), ['a', 'c']))).toBe('NOT_TOGETHER');
  });

  it('are unwrapped: what is inside stays and is wired through', () => {
    const result = after(looped, unwrap(contextOf(looped), 'each'));
    expect(result.nodes.map(({ id }) => id)).toEqual(['trigger', 'a', 'b', 'end', 'free']);
    expect(wires(result)).toEqual(['a>b', 'trigger>a', 'b>end']);
    expect(node(result, 'a')?.position).toEqual({ x: 440, y: 100 });
  });

  it('are tidied up with their bodies inside the frames, nothing on top of anything else', async () => {
    const messy = documentOf(
      looped.nodes.map((each) => ({ ...each, position: { x: 0, y: 0 } })),
      looped.edges.map(({ id }) => id),
    );
    const tidy = after(messy, tidyUp(contextOf(messy), await loadLayout()));
    const frame = frameIn(tidy)!;
    for (const id of ['a', 'b']) {
      const { x, y } = node(tidy, id)!.position;
      expect(x >= frame.x + FRAME_SPACE.left && y >= frame.y + FRAME_SPACE.top).toBe(true);
      expect(x + 224 <= frame.x + frame.width).toBe(true);
    }
    expect(node(tidy, 'end')?.position.x).toBeGreaterThan(frame.x + frame.width);
    // Wires into the frame and out of it are straight.
    expect([node(tidy, 'trigger')?.position.y, node(tidy, 'end')?.position.y]).toEqual([frame.y, frame.y]);
  });
});

describe('finding the way through loops', () => {
  it('lists bodies below their loops, one step in', () => {
    const rows = outlineOf(DocumentIndex.of(looped)).map(({ node: { id }, depth }) => `${depth} ${id}`);
    expect(rows).toEqual(['0 trigger', '0 each', '1 a', '1 b', '0 end', '0 free']);
  });

  it('leads by arrows into a body and out again', () => {
    const index = DocumentIndex.of(looped);
    expect(neighbourOf(index, 'each', 'down')).toBe('a');
    expect(neighbourOf(index, 'a', 'right')).toBe('b');
    expect(neighbourOf(index, 'a', 'up')).toBe('each');
    expect(neighbourOf(index, 'each', 'right')).toBe('end');
  });

  it('reads what comes before the loop from inside it', () => {
    const index = DocumentIndex.of(looped);
    expect([...index.upstreamOf('b')]).toEqual(['a', 'trigger']);
    expect(index.order).toEqual(['trigger', 'each', 'a', 'b', 'end', 'free']);
  });
});
