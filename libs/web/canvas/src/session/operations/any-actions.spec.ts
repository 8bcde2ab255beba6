import fc from 'fast-check';
import { type WorkflowDocument, aliasCollisions, findCycle } from '@millrace/workflow-model';
import '../testing/structured-clone';
import { NodeCatalogue } from '../catalogue/node-catalogue';
import { sameContent } from '../document/same-content';
import { EditorSession } from '../editor-session';
import { definitions } from '../testing/definitions';
import { documentOf, expressions } from '../testing/documents';
import { ManualTimers } from '../testing/manual-timers';

const start = documentOf(
  [
    { id: 't', label: 'Start', type: 'manual-trigger', position: { x: 0, y: 0 } },
    { id: 'f', label: 'Fetch', type: 'http-request', position: { x: 300, y: 0 }, config: { url: '{{Start.url}}' } },
    { id: 'c', label: 'Check', type: 'condition', position: { x: 600, y: 0 } },
    { id: 'l', label: 'Log', type: 'log', position: { x: 900, y: 0 }, config: { message: '{{Fetch.title}}' } },
  ],
  ['t>f', 'f>c', 'c:true>l'],
  {
    notes: [{ id: 'n', text: '', position: { x: 280, y: -40 }, size: { width: 600, height: 200 } }],
    groups: [{ id: 'g', label: 'G', nodeIds: ['f', 'c'] }],
  },
);

/** Something that a person does, with numbers for what it is done to. */
type Act = (session: EditorSession, one: number, two: number) => void;

const at = <T extends { id: string }>(list: readonly T[], number: number): string =>
  list.length === 0 ? 'none' : (list[number % list.length]?.id ?? 'none');
const nodeAt = (session: EditorSession, number: number): string => at(session.nodes(), number);
const place = (one: number, two: number) => ({ x: (one - 50) * 13, y: (two - 50) * 17 });
const TYPES = ['log', 'condition', 'manual-trigger', 'stop', 'http-request', 'merge'];
const type = (number: number): string => TYPES[number % TYPES.length] ?? 'log';

const acts: Readonly<Record<string, Act>> = {
  addFree: (s, one, two) =>
    void s.actions.addNode({ type: type(one), place: { kind: 'free', position: place(one, two) } }),
  addAfter: (s, one, two) =>
    void s.actions.addNode({ type: type(two), place: { kind: 'after', nodeId: nodeAt(s, one) } }),
  addInto: (s, one, two) =>
    void s.actions.addNode({ type: type(two), place: { kind: 'into', edgeId: at(s.edges(), one) } }),
  replace: (s, one, two) => void s.actions.replaceNode(nodeAt(s, one), type(two)),
  connect: (s, one, two) => void s.actions.connect({ nodeId: nodeAt(s, one) }, { nodeId: nodeAt(s, two) }),
  connectTrue: (s, one, two) =>
    void s.actions.connect({ nodeId: nodeAt(s, one), port: 'true' }, { nodeId: nodeAt(s, two) }),
  reconnect: (s, one, two) => void s.actions.reconnect(at(s.edges(), one), { to: { nodeId: nodeAt(s, two) } }),
  disconnect: (s, one) => void s.actions.disconnect(at(s.edges(), one)),
  remove: (s, one, two) => {
    const bridge = (['auto', 'always', 'never'] as const)[two % 3];
    s.actions.remove({ nodeIds: [nodeAt(s, one), nodeAt(s, two)] }, bridge);
  },
  rename: (s, one, two) => void s.actions.rename(nodeAt(s, one), ['Fetch', 'Other', 'input', '7'][two % 4] ?? ''),
  duplicate: (s, one, two) => void s.actions.duplicate({ nodeIds: [nodeAt(s, one), nodeAt(s, two)], noteIds: ['n'] }),
  toggle: (s, one) => void s.actions.toggleEnabled([nodeAt(s, one)]),
  type: (s, one, two) => void s.actions.setParam(nodeAt(s, one), ['message'], `x${two}`),
  move: (s, one, two) =>
    void s.actions.move({ nodes: [{ id: nodeAt(s, one), position: place(two, one) }] }, two % 2 === 0),
  moveNote: (s, one, two) => void s.actions.move({ notes: [{ id: at(s.notes(), one), position: place(one, two) }] }),
  group: (s, one, two) => void s.actions.group([nodeAt(s, one), nodeAt(s, two)]),
  ungroup: (s, one) => void s.actions.ungroup([at(s.groups(), one)]),
  moveAfter: (s, one, two) => void s.actions.moveAfter(nodeAt(s, one), nodeAt(s, two)),
  paste: (s, one, two) => {
    const text = s.actions.copy({ nodeIds: [nodeAt(s, one), nodeAt(s, two)] });
    if (text !== undefined) s.actions.paste(text, place(one, two));
  },
  undo: (s) => void s.undo(),
  redo: (s) => void s.redo(),
};

function made(): EditorSession {
  let count = 0;
  const session = new EditorSession({
    catalogue: new NodeCatalogue(definitions),
    timers: new ManualTimers(),
    expressions,
    newId: () => `new${(count += 1)}`,
  });
  session.view(start);
  session.setReadonly(false);
  return session;
}

const anyActs = fc.array(fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(99), fc.nat(99)), { maxLength: 25 });

function play(session: EditorSession, list: readonly (readonly [string, number, number])[]): void {
  for (const [name, one, two] of list) acts[name]?.(session, one, two);
}

/** What holds for every document that the editor can make. */
function expectSound(document: WorkflowDocument): void {
  const ids = new Set(document.nodes.map((node) => node.id));
  expect(expressions.parseDocument(document).problems).toEqual([]);
  expect(ids.size).toBe(document.nodes.length);
  expect(findCycle(document)).toBeUndefined();
  expect(aliasCollisions(document)).toEqual([]);
  expect(document.edges.every((edge) => ids.has(edge.source) && ids.has(edge.target))).toBe(true);
  expect(document.groups.every((group) => group.nodeIds.every((id) => ids.has(id)))).toBe(true);
  const wires = document.edges.map((edge) =>
    JSON.stringify([edge.source, edge.sourceHandle, edge.target, edge.targetHandle]),
  );
  expect(new Set(wires).size).toBe(wires.length);
}

describe('whatever somebody does', () => {
  it('never doubles a wire, as moving a step away between two that are joined already once did', () => {
    const session = made();
    play(session, [
      ['remove', 14, 0],
      ['addInto', 0, 0],
      ['addFree', 0, 0],
      ['connect', 0, 33],
      ['moveAfter', 58, 0],
    ]);
    expectSound(session.document());
  });

  it('leaves a document that is sound', () => {
    fc.assert(
      fc.property(anyActs, (list) => {
        const session = made();
        play(session, list);
        expectSound(session.document());
      }),
      { numRuns: 150 },
    );
  });

  it('can be taken back to the beginning and done again to the end', () => {
    fc.assert(
      fc.property(anyActs, (list) => {
        const session = made();
        play(session, list);
        while (session.redo());
        const end = session.document();
        while (session.undo());
        expect(session.document()).toEqual(start);
        while (session.redo());
        expect(sameContent(session.document(), end)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('leads nothing into a trigger', () => {
    fc.assert(
      fc.property(anyActs, (list) => {
        const session = made();
        play(session, list);
        const triggers = new Set(
          session
            .nodes()
            .filter((node) => session.catalogue.isTrigger(node))
            .map((node) => node.id),
        );
        expect(session.edges().filter((edge) => triggers.has(edge.target))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('selects only what is there', () => {
    fc.assert(
      fc.property(anyActs, (list) => {
        const session = made();
        play(session, list);
        const ids = new Set(session.nodes().map((node) => node.id));
        expect([...session.selection.nodeIds()].every((id) => ids.has(id))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
