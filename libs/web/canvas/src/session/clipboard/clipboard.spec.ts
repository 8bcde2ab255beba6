import type { Json } from '@millrace/workflow-model';
import { after, contextOf, documentOf, expressions, wires } from '../testing/documents';
import { CLIPBOARD_KIND, readClipboard, writeClipboard } from './clipboard-format';
import { copyElements } from './copy-elements';
import { insertContent } from './insert-content';
import { type Pasted, pasteText } from './paste-text';

const note = { id: 'note', text: 'Hi', position: { x: 0, y: -200 }, size: { width: 200, height: 100 } };
const document = documentOf(
  [
    { id: 't', label: 'Start', type: 'manual-trigger', position: { x: 0, y: 0 } },
    { id: 'f', label: 'Fetch', type: 'http-request', position: { x: 400, y: 0 }, config: { url: '{{Start.url}}' } },
    {
      id: 'l',
      label: 'Log',
      type: 'log',
      position: { x: 800, y: 40 },
      config: { message: '{{Fetch.title}} {{f.price}} {{Start.x}}' },
    },
  ],
  ['t>f', 'f>l'],
  {
    notes: [note],
    groups: [
      { id: 'g', label: 'G', nodeIds: ['f', 'l'] },
      { id: 'h', label: 'H', nodeIds: ['t'] },
    ],
  },
);
const index = contextOf(document).index;
const pins = { f: { main: { title: 'pinned' } }, t: { main: 1 } };

function pasted(text: string, into = document, triggerId?: string) {
  return pasteText(contextOf(into), text, { position: { x: 100, y: 100 }, ...(triggerId && { triggerId }) });
}
function pastedInto(text: string, into = document) {
  const result = pasted(text, into);
  if (result.kind !== 'operation') throw new Error(JSON.stringify(result));
  return { document: after(into, result.operation), operation: result.operation };
}
const codeOf = (result: Pasted): string => (result.kind === 'refused' ? result.refusal.code : result.kind);

describe('copying', () => {
  it('takes nodes with the edges between them, whole groups and pins', () => {
    const content = copyElements(index, { nodeIds: ['l', 'f'] }, pins);
    expect(content?.nodes.map((node) => node.id)).toEqual(['f', 'l']);
    expect(content?.edges.map((edge) => edge.id)).toEqual(['f>l']);
    expect(content?.groups.map((group) => group.id)).toEqual(['g']);
    expect(content?.pins).toEqual({ f: { main: { title: 'pinned' } } });
  });

  it('takes the nodes of a selected group', () => {
    expect(copyElements(index, { groupIds: ['g'] }, {})?.nodes.map((node) => node.id)).toEqual(['f', 'l']);
  });

  it('takes notes alone, and gives nothing for nothing', () => {
    expect(copyElements(index, { noteIds: ['note'] }, {})?.stickies).toEqual([note]);
    expect(copyElements(index, { nodeIds: ['gone'], edgeIds: ['t>f'] }, {})).toBeUndefined();
  });
});

describe('clipboard text', () => {
  const content = copyElements(index, { nodeIds: ['f', 'l'], noteIds: ['note'] }, pins);
  const text = writeClipboard(content as NonNullable<typeof content>);

  it('is JSON that says what it is', () => {
    expect(JSON.parse(text)).toMatchObject({
      kind: CLIPBOARD_KIND,
      nodes: [{ id: 'f' }, { id: 'l' }],
      stickies: [note],
    });
  });

  it('comes back as it was', () => {
    expect(readClipboard(JSON.parse(text) as Json, expressions)).toEqual({ content });
  });

  it('is not what other JSON is', () => {
    expect(readClipboard({ kind: 'other' }, expressions)).toBeUndefined();
    expect(readClipboard([1], expressions)).toBeUndefined();
  });

  it('is checked, for it may come from anywhere', () => {
    const broken = { kind: CLIPBOARD_KIND, nodes: [{ id: 'x', type: 1 }], edges: [] };
    expect(readClipboard(broken, expressions)).toHaveProperty('problems');
    const hostile = {
      kind: CLIPBOARD_KIND,
      nodes: [{ id: 'x', type: 'log', label: 'L', config: JSON.parse('{"__proto__":{"a":1}}') as Json }],
      edges: [],
    };
    expect(readClipboard(hostile as Json, expressions)).toHaveProperty('problems');
  });

  it('loses edges and pins of nodes that it does not hold', () => {
    const odd = {
      kind: CLIPBOARD_KIND,
      nodes: [{ id: 'x', type: 'log', label: 'L' }],
      edges: [{ id: 'e', source: 'x', target: 'gone' }],
      pins: { x: { main: 1 }, y: 3, gone: { main: 2 } },
    };
    expect(readClipboard(odd, expressions)).toMatchObject({ content: { edges: [], pins: { x: { main: 1 } } } });
  });
});

describe('pasting nodes', () => {
  const text = writeClipboard(copyElements(index, { nodeIds: ['f', 'l'], noteIds: ['note'] }, pins) as never);

  it('gives new ids, numbers names that are taken and wires the copies like the originals', () => {
    const { document: result } = pastedInto(text);
    expect(result.nodes.slice(3).map((node) => node.label)).toEqual(['Fetch 1', 'Log 1']);
    const ids = new Set(result.nodes.map((node) => node.id));
    expect(ids.size).toBe(5);
    expect(result.edges.at(-1)).toMatchObject({ source: result.nodes[3]?.id, target: result.nodes[4]?.id });
  });

  it('rewrites references inside the set, by alias and by id, and leaves the others', () => {
    const { document: result } = pastedInto(text);
    const [fetched, logged] = result.nodes.slice(3);
    expect(logged?.config).toEqual({ message: `{{Fetch1.title}} {{${fetched?.id}.price}} {{Start.x}}` });
    expect(fetched?.config).toEqual({ url: '{{Start.url}}' });
  });

  it('keeps the names where they are free', () => {
    const { document: result } = pastedInto(text, documentOf(['other']));
    expect(result.nodes.slice(1).map((node) => node.label)).toEqual(['Fetch', 'Log']);
  });

  it('puts the corner of the set at the cursor and keeps the distances', () => {
    const { document: result } = pastedInto(text);
    expect(result.notes.at(-1)?.position).toEqual({ x: 100, y: 100 });
    expect(result.nodes.slice(3).map((node) => node.position)).toEqual([
      { x: 500, y: 300 },
      { x: 900, y: 340 },
    ]);
  });

  it('covers no card: what is pasted again at one place is seen again', () => {
    const again = (into: typeof document, time: number): typeof document => {
      const context = contextOf(into);
      const newId = (): string => `${time}-${context.newId()}`;
      const result = pasteText({ ...context, newId }, text, { position: { x: 100, y: 100 } });
      if (result.kind !== 'operation') throw new Error(JSON.stringify(result));
      return after(into, result.operation);
    };
    const heights = again(again(again(document, 1), 2), 3).nodes.slice(3);
    expect(heights.map((node) => [node.position.x, node.position.y])).toEqual([
      [500, 300],
      [900, 340],
      [500, 400],
      [900, 440],
      [500, 500],
      [900, 540],
    ]);
  });

  it('selects the copies, carries groups and pins over, and is one step', () => {
    const { document: result, operation } = pastedInto(text);
    const [fetched, logged] = result.nodes.slice(3).map((node) => node.id);
    expect(operation.select?.nodeIds).toEqual([fetched, logged]);
    expect(operation.pins).toEqual({ [fetched ?? '']: { main: { title: 'pinned' } } });
    expect(result.groups.at(-1)?.nodeIds).toEqual([fetched, logged]);
  });

  it('swaps no names when copies take each other’s', () => {
    const swap = documentOf([
      { id: 'a', label: 'A', type: 'log', config: { message: '{{A1.x}}' } },
      { id: 'b', label: 'A 1', type: 'log', config: { message: '{{A.x}}' } },
    ]);
    const content = copyElements(contextOf(swap).index, { nodeIds: ['a', 'b'] }, {}) as never;
    const result = after(swap, insertContent(contextOf(swap), content, { position: { x: 0, y: 0 }, label: 'Paste' }));
    const [first, second] = result.nodes.slice(2);
    expect([first?.label, second?.label]).toEqual(['A 2', 'A 3']);
    expect([first?.config['message'], second?.config['message']]).toEqual(['{{A3.x}}', '{{A2.x}}']);
  });

  it('means nodes by name where their ids are their names', () => {
    const named = documentOf([
      { id: 'Fetch', label: 'Fetch', type: 'no-op' },
      { id: 'Tell', label: 'Tell', type: 'log', config: { message: '{{Fetch.x}}' } },
    ]);
    const content = copyElements(contextOf(named).index, { nodeIds: ['Fetch', 'Tell'] }, {}) as never;
    const copy = insertContent(contextOf(named), content, { position: { x: 0, y: 0 }, label: 'Paste' });
    expect(after(named, copy).nodes.at(-1)?.config['message']).toBe('{{Fetch1.x}}');
  });
});

describe('pasting other things', () => {
  it('reads a workflow, ours or in the exchange form', () => {
    const { document: result } = pastedInto(JSON.stringify(documentOf(['x', 'y'], ['x>y'])));
    expect(wires(result)).toHaveLength(3);
    const exchange = {
      name: 'Other',
      nodes: [
        { id: 'a', type: 'trigger', label: 'Go', config: { triggerType: 'manual' } },
        { id: 'b', type: 'HTTP Request', label: 'Call', config: { url: 'https://x' } },
      ],
      edges: [{ source: 'a', target: 'b' }],
    };
    expect(
      pastedInto(JSON.stringify(exchange))
        .document.nodes.slice(3)
        .map((node) => node.type),
    ).toEqual(['manual-trigger', 'http-request']);
  });

  it('makes an HTTP request of a curl command', () => {
    const { document: result } = pastedInto(
      `curl -X POST 'https://api.example.com/v1' -d '{"a":1}' -H 'content-type: application/json'`,
    );
    expect(result.nodes.at(-1)).toMatchObject({
      type: 'http-request',
      label: 'POST api.example.com',
      position: { x: 100, y: 100 },
      config: { method: 'POST', url: 'https://api.example.com/v1', bodyType: 'json', body: '{"a":1}' },
    });
  });

  it('makes an HTTP request of an address', () => {
    const { document: result } = pastedInto(' https://api.example.com/v1/items?limit=5\n');
    expect(result.nodes.at(-1)).toMatchObject({
      type: 'http-request',
      label: 'GET api.example.com',
      config: { method: 'GET', url: 'https://api.example.com/v1/items', query: { limit: '5' } },
    });
  });

  it.each([
    { nodes: [{ name: 'Start', type: 'n8n-nodes-base.start', position: [0, 0], parameters: {} }], connections: {} },
    { nodes: [{ name: 'Start', type: 'n8n-nodes-base.start', position: [0, 0], parameters: {} }] },
    { nodes: [], connections: {}, meta: { instanceId: 'x' } },
  ])('says that it cannot read what was copied in n8n', (value) => {
    expect(pasted(JSON.stringify(value))).toMatchObject({
      refusal: { code: 'FROM_N8N', refused: expect.stringContaining('n8n') as string },
    });
  });

  it('pins plain JSON on a selected trigger, and says so when there is none', () => {
    expect(pasted('{"a":1}', document, 't')).toEqual({ kind: 'pins', pins: { t: { main: { a: 1 } } } });
    expect(codeOf(pasted('{"a":1}'))).toBe('JSON_NEEDS_TRIGGER');
  });

  it.each([
    ['just words', 'NOT_PASTEABLE'],
    ['https://example.com and more', 'NOT_PASTEABLE'],
    ['ftp://example.com', 'NOT_PASTEABLE'],
    [JSON.stringify({ kind: CLIPBOARD_KIND, nodes: [{}] }), 'CLIPBOARD_BROKEN'],
    [JSON.stringify({ kind: CLIPBOARD_KIND, nodes: [] }), 'CLIPBOARD_EMPTY'],
    [JSON.stringify({ nodes: [{ type: 'x', id: '__proto__' }], edges: [] }), 'WORKFLOW_BROKEN'],
  ])('refuses %s', (text, code) => {
    expect(codeOf(pasted(text))).toBe(code);
  });
});
