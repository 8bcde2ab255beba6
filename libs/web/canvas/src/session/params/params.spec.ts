import type { ExecutionEventBody } from '@millrace/engine';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { NodeCatalogue } from '../catalogue/node-catalogue';
import { EditorSession } from '../editor-session';
import { definitions } from '../testing/definitions';
import { documentOf, expressions } from '../testing/documents';
import { ManualTimers } from '../testing/manual-timers';
import { sampleOf } from './schema-sample';

const document = documentOf(
  [
    { id: 't', label: 'Start', type: 'manual-trigger' },
    { id: 'f', label: 'Fetch', type: 'http-request', config: { url: 'https://{{trigger.host}}' } },
    { id: 'c', label: 'Check', type: 'code', config: { code: 'return {{Fetch.x}}' } },
    { id: 'l', label: 'Log', type: 'log', config: { message: '{{Fetch.title}} {{Check.n}} {{t.x}}' } },
    { id: 'z', label: 'Later', type: 'log', config: { message: { $expr: 'Log.x + nodes["Fetch"].price' } } },
  ],
  ['t>f', 'f>c', 'c>l', 'l>z'],
);

function made(loaded = true) {
  const session = new EditorSession({
    catalogue: new NodeCatalogue(definitions),
    timers: new ManualTimers(),
    expressions: loaded ? expressions : () => new Promise(() => {}),
    newId: () => 'new',
  });
  session.view(document);
  session.setReadonly(false);
  return session;
}
function ran(session: EditorSession, outputs: Record<string, Json>, more: ExecutionEventBody[] = []) {
  const bodies: ExecutionEventBody[] = [
    { type: 'workflow.started', triggerNodeId: 't', trigger: { value: { host: 'a.io' } }, nodeCount: 5 },
    ...Object.entries(outputs).map(([nodeId, value]): ExecutionEventBody => ({
      type: 'node.completed',
      nodeId,
      attempt: 1,
      ports: { main: { value } },
      startedAtMs: 0,
      durationMs: 0,
    })),
    ...more,
  ];
  session.run.show({
    executionId: 'run',
    document,
    events: bodies.map((body, place) => ({ ...body, seq: place + 1, atMs: 1_000 })),
  });
}
const sourcesOf = (session: EditorSession, nodeId: string) =>
  session.params.of(nodeId).upstream.map(({ alias, distance, source, sample }) => [alias, distance, source, sample]);
const sample = { title: 'text', price: 1, items: [{ sku: 'text' }] };

describe('what a node can read', () => {
  it('is the nodes before it, the nearest first, with samples of their schemas before any run', () => {
    expect(sourcesOf(made(), 'l')).toEqual([
      ['Check', 1, 'none', undefined],
      ['Fetch', 2, 'schema', sample],
      ['Start', 3, 'none', undefined],
    ]);
  });

  it('has what somebody wrote down about the output', () => {
    const session = made();
    const inputSchema = { type: 'object', properties: { order: { type: 'integer' } } };
    const described = definitions.map((one) =>
      one.type === 'manual-trigger'
        ? { ...one, paramsSchema: { type: 'object', properties: { inputSchema: { ui: { describes: 'output' } } } } }
        : one,
    );
    session.catalogue.load(described);
    session.actions.setParam('t', ['inputSchema'], inputSchema);
    const start = session.params.of('l').upstream.find(({ alias }) => alias === 'Start');
    expect(start).toMatchObject({ source: 'schema', schema: inputSchema });
  });

  it('has the data of the last run, and pinned data before that', () => {
    const session = made();
    ran(session, { t: { host: 'a.io' }, f: { title: 'Real' }, c: { n: 1 } });
    session.pins.pin('c', { main: { n: 2 } });
    expect(sourcesOf(session, 'l').map(([alias, , source, value]) => [alias, source, value])).toEqual([
      ['Check', 'pinned', { n: 2 }],
      ['Fetch', 'run', { title: 'Real' }],
      ['Start', 'run', { host: 'a.io' }],
    ]);
  });

  it('has no schema of a node that may hand on something else', () => {
    const session = made();
    session.actions.toggleEnabled(['f']);
    expect(session.params.of('c').upstream[0]).toMatchObject({ source: 'none' });
  });

  it('has no sample where a schema names fields of which nothing is known, only the names', () => {
    const schema: JsonObject = { type: 'object', properties: { total: {} } };
    const gives = definitions.map((one) => (one.type === 'code' ? { ...one, outputSchema: schema } : one));
    const session = new EditorSession({ catalogue: new NodeCatalogue(gives), expressions });
    session.view(document);
    expect(session.params.output('c')).toEqual({ source: 'none', schema });
  });

  it('has an input that is merged as the engine merges it', () => {
    const session = new EditorSession({ catalogue: new NodeCatalogue(definitions), expressions });
    session.view(
      documentOf(
        [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }, { id: 'c', label: 'C' }, 'm', 'one'],
        ['a>m', 'b>m', 'c>m', 'a>one'],
      ),
    );
    session.pins.add({ a: { main: { x: 1, y: 1 } }, b: { main: { y: 2 } }, c: { main: [3] } });
    expect(session.params.of('m').input).toEqual({ source: 'pinned', sample: { x: 1, y: 2, C: [3] } });
    expect(session.params.of('one').input).toEqual({ source: 'pinned', sample: { x: 1, y: 1 } });
    expect(session.params.of('a').input).toEqual({ source: 'none' });
    session.pins.unpin('b');
    expect(session.params.of('m').input.sample).toEqual({ x: 1, y: 1, C: [3] });
  });

  it('leaves ways out of the input that the run did not take', () => {
    const session = new EditorSession({ catalogue: new NodeCatalogue(definitions), expressions });
    const branching = documentOf(
      [{ id: 'c', type: 'condition' }, 'x', 'y', 'm'],
      ['c:true>x', 'c:false>y', 'x>m', 'y>m'],
    );
    session.view(branching);
    const done = (nodeId: string, port: string, seq: number) =>
      ({
        type: 'node.completed',
        nodeId,
        attempt: 1,
        ports: { [port]: { value: { from: nodeId } } },
        startedAtMs: 0,
        durationMs: 0,
        seq,
        atMs: 1,
      }) as const;
    session.run.show({
      executionId: 'r',
      document: branching,
      events: [
        { type: 'workflow.started', triggerNodeId: 'c', trigger: { value: 1 }, nodeCount: 4, seq: 1, atMs: 1 },
        done('c', 'true', 2),
        done('x', 'main', 3),
        { type: 'node.skipped', nodeId: 'y', reason: 'dead-path', seq: 4, atMs: 1 },
      ],
    });
    expect([session.params.of('m').input.sample, session.params.of('y').input.source]).toEqual([{ from: 'x' }, 'none']);
  });

  it('has the payload of the run, or what is pinned on the trigger', () => {
    const session = made();
    expect(session.params.of('l').trigger.source).toBe('none');
    ran(session, {});
    expect(session.params.of('l').trigger).toEqual({ source: 'run', sample: { host: 'a.io' } });
    session.pins.pin('t', { main: { host: 'pinned' } });
    expect(session.params.of('l').trigger.sample).toEqual({ host: 'pinned' });
  });

  it('shows results as envelopes, failures too', () => {
    const session = made();
    const error = { code: 'X', fault: 'user', message: 'No.' } as const;
    const data = { error: { code: 'X', message: 'No.' } };
    ran(session, { t: 1 }, [
      {
        type: 'node.completed',
        nodeId: 'f',
        attempt: 1,
        ports: { main: { value: data } },
        startedAtMs: 0,
        durationMs: 0,
        error,
      },
    ]);
    const { samples, envelopes } = session.params.of('l').completion;
    expect([samples['Start'], samples['Fetch']]).toEqual([
      { success: true, data: 1 },
      { success: false, data, error: { code: 'X', message: 'No.' } },
    ]);
    expect(envelopes).toEqual(['Check', 'Fetch', 'Start']);
    expect(Object.keys(samples)).not.toContain('secrets');
  });

  it('stays the same object while somebody types into the node, and changes with what is before it', () => {
    const session = made();
    const before = session.params.of('l');
    session.actions.setParam('l', ['message'], 'x');
    session.actions.setParam('z', ['message'], 'x');
    session.actions.move({ nodes: [{ id: 'l', position: { x: 0, y: 900 } }] });
    expect(session.params.of('l')).toBe(before);
    session.actions.rename('f', 'Get');
    expect(session.params.of('l').upstream[1]?.alias).toBe('Get');
    session.actions.disconnect('f>c');
    expect(session.params.of('l').upstream.map(({ alias }) => alias)).toEqual(['Check']);
  });
});

describe('completions and checks', () => {
  it('offer what comes before, its fields and the built-in roots', () => {
    const session = made();
    const labels = (text: string) =>
      session.params.completions('l', 'template', text, text.length).map(({ label }) => label);
    expect(labels('{{')).toEqual(expect.arrayContaining(['Fetch', 'Check', 'Start', 'trigger', 'input', 'now']));
    expect(labels('{{')).not.toContain('Later');
    expect(labels('{{Fetch.')).toEqual(expect.arrayContaining(['title', 'price', 'items']));
    ran(session, { f: { extra: 1 } });
    expect(labels('{{Fetch.')).toContain('extra');
  });

  it('tell a name that comes too late from one that nobody knows', () => {
    const session = made();
    expect(
      session.params.check('l', '{{Later.x}} {{Nobody.x}} {{Fetch.title}} {{f.title}}').map(({ code }) => code),
    ).toEqual(['REFERENCE_NOT_UPSTREAM', 'UNKNOWN_REFERENCE']);
  });

  it('are empty until the library is there', () => {
    const session = made(false);
    expect([session.params.completions('l', 'template', '{{', 2), session.params.check('l', '{{x}}')]).toEqual([
      [],
      [],
    ]);
    expect(session.params.preview('l', '{{Fetch.title}}').kind).toBe('unknown');
  });
});

describe('the preview of a param', () => {
  it('is the literal itself where nothing is dynamic', () => {
    expect(made().params.preview('l', { a: ['x'] })).toEqual({ kind: 'literal', value: { a: ['x'] } });
  });

  it('is worked out from data, or from samples and says so', () => {
    const session = made();
    expect(session.params.preview('l', '{{Fetch.title}}')).toEqual({ kind: 'value', value: 'text', isSample: true });
    ran(session, { f: { title: 'Real', price: 3 } });
    expect(session.params.preview('l', ['{{Fetch.data.title}} {{f.title}}', { $expr: 'Fetch.price * 2.0' }])).toEqual({
      kind: 'value',
      value: ['Real Real', 6],
      isSample: false,
    });
  });

  it('tells where it is wrong', () => {
    const session = made();
    ran(session, { f: { title: 'Real' } });
    expect(session.params.preview('l', { a: 'x {{Fetch.titel}}' })).toMatchObject({
      kind: 'error',
      code: 'PATH_NOT_FOUND',
      path: ['a'],
      range: { start: 4, end: 15 },
    });
    expect(session.params.preview('l', '{{Later.x}}')).toMatchObject({ kind: 'error', code: 'UNKNOWN_REFERENCE' });
    expect(session.params.preview('l', '{{#x}}')).toMatchObject({ kind: 'error', code: 'TEMPLATE_SYNTAX' });
    expect(session.params.preview('l', '{{secrets.key}}')).toMatchObject({ kind: 'error', code: 'UNKNOWN_REFERENCE' });
  });

  it('is not known where nothing ran, and where a sample may lack what data has', () => {
    const session = made();
    expect(session.params.preview('l', '{{Check.n}}')).toEqual({
      kind: 'unknown',
      reason: 'Run "Check" to see the value.',
    });
    expect(session.params.preview('l', '{{item.x}}').kind).toBe('unknown');
    expect(session.params.preview('l', '{{input.x}}')).toEqual({
      kind: 'unknown',
      reason: 'Run the previous nodes to see the value.',
    });
    expect(session.params.preview('l', '{{Fetch.more}}').kind).toBe('unknown');
  });

  it('never takes long', () => {
    const session = made();
    ran(session, { f: { items: Array.from({ length: 5_000 }, (_, place) => place) } });
    const costly = { $expr: 'Fetch.items.map(x, Fetch.items.map(y, Fetch.items.size()))' };
    expect(session.params.preview('l', costly)).toMatchObject({ kind: 'error', code: 'EXPRESSION_TOO_COSTLY' });
  });
});

describe('outputs and lineage', () => {
  it('tell what a node gave, by port too', () => {
    const session = made();
    expect(session.params.output('f')).toMatchObject({ source: 'schema', sample });
    expect([session.params.output('f', 'error').source, session.params.output('gone')]).toEqual([
      'none',
      { source: 'none' },
    ]);
    ran(session, { f: { title: 'Real' } }, [
      {
        type: 'node.completed',
        nodeId: 'c',
        attempt: 1,
        ports: { main: { payloadId: 'p', bytes: 70_000 } },
        startedAtMs: 0,
        durationMs: 0,
      },
    ]);
    expect(session.params.output('f', 'main').sample).toEqual({ title: 'Real' });
    expect(session.params.output('c')).toEqual({ source: 'run', payloadId: 'p', bytes: 70_000 });
  });

  it('tell which nodes a node reads from and is read by, code aside', () => {
    const session = made();
    expect([
      session.params.readsFrom('l'),
      session.params.readsFrom('z'),
      session.params.readsFrom('c'),
      session.params.readsFrom('gone'),
    ]).toEqual([['f', 'c', 't'], ['l', 'f'], [], []]);
    expect([session.params.readBy('f'), session.params.readBy('t'), session.params.readBy('z')]).toEqual([
      ['l', 'z'],
      ['l'],
      [],
    ]);
    expect(made(false).params.readsFrom('l')).toEqual([]);
  });

  it('read each config once', () => {
    const session = made();
    let parses = 0;
    const counting = {
      ...expressions,
      findReferences: (param: Json) => {
        parses += 1;
        return expressions.findReferences(param);
      },
    };
    const counted = new EditorSession({ catalogue: session.catalogue, expressions: counting });
    counted.view(document);
    counted.params.readBy('f');
    counted.params.readBy('t');
    const first = parses;
    counted.params.readBy('l');
    expect([first > 0, parses]).toEqual([true, first]);
  });
});

describe('a sample of a schema', () => {
  it.each<[JsonObject, Json | undefined]>([
    [{}, undefined],
    [{ type: 'string' }, 'text'],
    [{ type: 'string', format: 'date-time' }, '2026-01-31T09:30:00Z'],
    [{ type: 'integer', minimum: 5 }, 5],
    [{ type: 'number', exclusiveMinimum: 5 }, 6],
    [{ type: 'number', maximum: 0.5 }, 0.5],
    [{ type: 'boolean' }, true],
    [{ type: 'null' }, null],
    [{ type: ['null', 'string'] }, 'text'],
    [{ enum: ['a', 'b'] }, 'a'],
    [{ const: 0 }, 0],
    [{ type: 'string', default: 'd' }, 'd'],
    [{ type: 'string', examples: ['e'] }, 'e'],
    [{ type: 'array', items: { type: 'string' } }, ['text']],
    [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'boolean' }] }, ['text', true]],
    [{ type: 'array' }, []],
    [{ properties: { a: { type: 'string' }, b: {} } }, { a: 'text' }],
    [{ anyOf: [{ type: 'null' }, { type: 'boolean' }] }, true],
    [{ allOf: [{ properties: { a: { const: 1 } } }, { properties: { b: { const: 2 } } }] }, { a: 1, b: 2 }],
    [{ $ref: '#/$defs/a~1b', $defs: { 'a/b': { type: 'string' } } }, 'text'],
    [{ $ref: 'https://elsewhere' }, undefined],
    [{ $ref: '#/nowhere' }, undefined],
  ])('%j is %j', (schema, expected) => {
    expect(sampleOf(schema)).toEqual(expected);
  });

  it('ends for a schema that leads back to itself', () => {
    const tree: JsonObject = { type: 'object', properties: { child: { $ref: '#' }, name: { type: 'string' } } };
    expect(JSON.stringify(sampleOf(tree)).length).toBeLessThan(500);
    expect(sampleOf({ $ref: '#' })).toBeUndefined();
    expect(sampleOf(undefined)).toBeUndefined();
  });
});
