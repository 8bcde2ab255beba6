import { after, contextOf, documentOf, done, flat, refusalOf, wires } from '../testing/documents';
import { addNode } from './add-node';
import { NODE_WIDTH, STEP_X } from './geometry';

const position = { x: 503, y: 219 };

describe('adding a node freely', () => {
  const document = documentOf([{ id: 'a', label: 'Log' }]);

  it('puts it on the grid with the title of its definition, and selects it', () => {
    const operation = done(addNode(contextOf(document), { type: 'http-request', place: { kind: 'free', position } }));
    const added = after(document, operation).nodes.at(-1);
    expect(added).toEqual({
      id: 'new1',
      type: 'http-request',
      typeVersion: 1,
      label: 'HTTP request',
      enabled: true,
      position: { x: 500, y: 220 },
      config: {},
      settings: { onError: 'stop' },
    });
    expect(operation).toMatchObject({ label: 'Add HTTP request', nodeId: 'new1', select: { nodeIds: ['new1'] } });
  });

  it('never covers another card', () => {
    const taken = documentOf([
      { id: 'a', position: { x: 500, y: 220 } },
      { id: 'b', position: { x: 460, y: 320 } },
    ]);
    const add = { type: 'log', place: { kind: 'free', position } } as const;
    const [, , added] = after(taken, addNode(contextOf(taken), add)).nodes;
    expect(added?.position).toEqual({ x: 500, y: 420 });
  });

  it('numbers a name that is taken', () => {
    const add = { type: 'log', place: { kind: 'free', position } } as const;
    const once = after(document, addNode(contextOf(document), add));
    const twice = after(once, addNode({ ...contextOf(once), newId: () => 'x' }, add));
    expect(twice.nodes.map((node) => node.label)).toEqual(['Log', 'Log 1', 'Log 2']);
  });

  it('finds a type by its alias and stores the type', () => {
    const added = after(
      document,
      addNode(contextOf(document), { type: 'system/http-request', place: { kind: 'free', position } }),
    );
    expect(added.nodes.at(-1)?.type).toBe('http-request');
  });

  it('refuses a type that nobody knows', () => {
    expect(refusalOf(addNode(contextOf(document), { type: 'nope', place: { kind: 'free', position } }))).toBe(
      'UNKNOWN_TYPE',
    );
  });
});

describe('adding a node after a port', () => {
  const document = documentOf([
    { id: 'start', type: 'manual-trigger' },
    { id: 'check', type: 'condition', position: { x: 0, y: 400 } },
  ]);
  const add = (place: { nodeId: string; port?: string }, type = 'log') =>
    addNode(contextOf(document), { type, place: { kind: 'after', ...place } });

  it('wires it to the port, a step to the right', () => {
    const added = after(document, add({ nodeId: 'start' }));
    expect(wires(added)).toEqual(['start>new1']);
    expect(added.nodes.at(-1)?.position).toEqual({ x: Math.round((NODE_WIDTH + STEP_X) / 20) * 20, y: 0 });
  });

  it('takes the first output when none is named, and stands lower for the second', () => {
    expect(wires(after(document, add({ nodeId: 'check' })))).toEqual(['check:true>new1']);
    const second = after(document, add({ nodeId: 'check', port: 'false' }));
    expect(wires(second)).toEqual(['check:false>new1']);
    expect(second.nodes.at(-1)?.position.y).toBe(500);
  });

  it('stands below what is there already', () => {
    const once = after(document, add({ nodeId: 'start' }));
    const twice = after(
      once,
      addNode(
        { ...contextOf(once), newId: () => 'second' },
        { type: 'log', place: { kind: 'after', nodeId: 'start' } },
      ),
    );
    expect(twice.nodes.at(-1)?.position).toEqual({ x: 420, y: 100 });
  });

  it('leaves a trigger unwired, for nothing leads into one', () => {
    expect(wires(after(document, add({ nodeId: 'start' }, 'webhook-trigger')))).toEqual([]);
  });

  it('refuses after a node that ends its path, and after one that is gone', () => {
    const ended = documentOf([{ id: 'end', type: 'stop' }]);
    const place = { kind: 'after', nodeId: 'end' } as const;
    expect(refusalOf(addNode(contextOf(ended), { type: 'log', place }))).toBe('NO_OUTPUT');
    expect(refusalOf(add({ nodeId: 'gone' }))).toBe('NO_SUCH_NODE');
  });
});

describe('adding a node into an edge', () => {
  const place = (edgeId: string) => ({ kind: 'into', edgeId }) as const;
  const near = documentOf(
    [
      { id: 'a', position: { x: 0, y: 0 } },
      { id: 'b', position: { x: 320, y: 0 } },
      { id: 'c', position: { x: 640, y: 0 } },
      { id: 'beside', position: { x: 640, y: 300 } },
    ],
    ['a>b', 'b>c'],
  );

  it('cuts the edge in two; its id, label and place stay with the first half', () => {
    const document = documentOf(['x', 'a', 'b'], ['x>b', 'a>b']);
    const added = after(document, addNode(contextOf(document), { type: 'log', place: place('x>b') }));
    expect(wires(added)).toEqual(['x>new1', 'new1>b', 'a>b']);
    expect(added.edges[0]?.id).toBe('x>b');
  });

  it('keeps the ports that the edge joined', () => {
    const document = documentOf([{ id: 'c', type: 'condition' }, 'a'], ['c:false>a']);
    const added = after(document, addNode(contextOf(document), { type: 'condition', place: place('c:false>a') }));
    expect(wires(added)).toEqual(['c:false>new1', 'new1:true>a']);
  });

  it('moves everything after it to the right by 200 when there is no room, and nothing else', () => {
    const document = documentOf(
      [
        { id: 'a', position: { x: 0, y: 0 } },
        { id: 'b', position: { x: 400, y: 0 } },
        { id: 'c', position: { x: 700, y: 0 } },
        { id: 'beside', position: { x: 700, y: 300 } },
      ],
      ['a>b', 'b>c'],
    );
    const added = after(document, addNode(contextOf(document), { type: 'log', place: place('a>b') }));
    expect(added.nodes.map((node) => node.position.x)).toEqual([0, 600, 900, 700, 300]);
  });

  it('moves them further when the cards nearly touch, so that the new one covers none', () => {
    const added = after(near, addNode(contextOf(near), { type: 'log', place: place('a>b') }));
    const [a, b, c, beside, made] = added.nodes.map((node) => node.position.x);
    expect([a, beside]).toEqual([0, 640]);
    expect((b ?? 0) - 320).toBe((c ?? 0) - 640);
    expect((made ?? 0) - (a ?? 0)).toBeGreaterThanOrEqual(NODE_WIDTH);
    expect((b ?? 0) - (made ?? 0)).toBeGreaterThanOrEqual(NODE_WIDTH);
  });

  it('moves nothing on an edge of 300 px and more, and stands where it was dropped', () => {
    const document = documentOf([{ id: 'a' }, { id: 'b', position: { x: 224 + 300, y: 0 } }], ['a>b']);
    const request = { type: 'log', place: { ...place('a>b'), position: { x: 260, y: 40 } } };
    const added = after(document, addNode(contextOf(document), request));
    expect(added.nodes.map((node) => node.position)).toEqual([
      { x: 0, y: 0 },
      { x: 524, y: 0 },
      { x: 260, y: 40 },
    ]);
  });

  it('is one step of undo', () => {
    const operation = done(addNode(contextOf(near), { type: 'log', place: place('a>b') }));
    expect(operation.edit.kind).toBe('batch');
    expect(flat(operation.edit).map((edit) => edit.kind)).toEqual(['addNode', 'moveNodes', 'replaceEdge', 'addEdge']);
  });

  it('moves a note whose nodes all move, and none that also holds others', () => {
    const note = (id: string, x: number, width: number) => ({
      id,
      text: '',
      position: { x, y: -40 },
      size: { width, height: 200 },
    });
    const noted = documentOf(
      [
        { id: 'a', position: { x: 0, y: 0 } },
        { id: 'b', position: { x: 400, y: 0 } },
      ],
      ['a>b'],
      { notes: [note('own', 380, 300), note('both', -20, 800), { ...note('free', 380, 300), carry: false }] },
    );
    const added = after(noted, addNode(contextOf(noted), { type: 'log', place: place('a>b') }));
    expect(added.notes.map((each) => each.position.x)).toEqual([580, -20, 380]);
  });

  it('does not move what lies left of the edge, so that wires back cannot drag the source along', () => {
    const document = documentOf(
      [
        { id: 'a', position: { x: 600, y: 0 } },
        { id: 'b', position: { x: 900, y: 0 } },
        { id: 'far', position: { x: 0, y: 500 } },
      ],
      ['a>b', 'b>far'],
    );
    const added = after(document, addNode(contextOf(document), { type: 'log', place: place('a>b') }));
    expect(added.nodes.find((node) => node.id === 'far')?.position.x).toBe(0);
  });

  it('lets an ending node end the path', () => {
    const document = documentOf(['a', 'b'], ['a>b']);
    expect(wires(after(document, addNode(contextOf(document), { type: 'stop', place: place('a>b') })))).toEqual([
      'a>new1',
    ]);
  });

  it('refuses triggers and edges that are gone', () => {
    expect(refusalOf(addNode(contextOf(near), { type: 'manual-trigger', place: place('a>b') }))).toBe('INTO_TRIGGER');
    expect(refusalOf(addNode(contextOf(near), { type: 'log', place: place('gone') }))).toBe('NO_SUCH_EDGE');
  });
});

describe('adding a node at a dropped wire', () => {
  const document = documentOf(['a']);

  it('stands with its input where an output was dropped', () => {
    const place = { kind: 'wire', nodeId: 'a', port: 'main', position: { x: 500, y: 232 } } as const;
    const added = after(document, addNode(contextOf(document), { type: 'log', place }));
    expect(wires(added)).toEqual(['a>new1']);
    expect(added.nodes.at(-1)?.position).toEqual({ x: 500, y: 200 });
  });

  it('stands with its output where an input was dropped', () => {
    const place = { kind: 'before', nodeId: 'a', port: 'main', position: { x: -76, y: 32 } } as const;
    const added = after(document, addNode(contextOf(document), { type: 'manual-trigger', place }));
    expect(wires(added)).toEqual(['new1>a']);
    expect(added.nodes.at(-1)?.position).toEqual({ x: -300, y: 0 });
  });

  it('refuses when the other end is gone', () => {
    const wire = { kind: 'wire', nodeId: 'gone', port: 'main', position } as const;
    const before = { ...wire, kind: 'before' } as const;
    for (const place of [wire, before]) {
      expect(refusalOf(addNode(contextOf(document), { type: 'log', place }))).toBe('NO_SUCH_NODE');
    }
  });
});
