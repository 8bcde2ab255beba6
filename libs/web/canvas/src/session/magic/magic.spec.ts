import '../testing/structured-clone';
import { EditorSession } from '../editor-session';
import { catalogue } from '../testing/definitions';
import { documentOf, expressions } from '../testing/documents';
import { ManualTimers } from '../testing/manual-timers';
import { MemoryGateway } from '../testing/memory-gateway';
import { magicContext } from './magic-context';
import { acceptedEdit, answerValue, paramChanges } from './param-changes';
import { placeDraft } from './place-draft';
import { shapeOf } from './shape';

async function sessionOf(document = documentOf([])) {
  const gateway = new MemoryGateway(document);
  const session = new EditorSession({ catalogue: catalogue(), gateway, expressions, timers: new ManualTimers() });
  await session.load('workflow');
  return session;
}

describe('what is told to a model', () => {
  const document = documentOf(
    [
      { id: 'hook', type: 'webhook-trigger', label: 'Hook' },
      { id: 'fetch', type: 'http-request', label: 'Fetch', config: { url: 'https://secret.test' } },
      { id: 'tell', type: 'log', label: 'Tell', config: { message: 'private words' } },
    ],
    ['hook>fetch', 'fetch>tell'],
  );

  it('names steps and fields and no value', async () => {
    const session = await sessionOf(document);
    session.pins.pin('hook', { main: { email: 'ada@secret.test', tags: [{ 'ada@secret.test': 1, id: 7 }] } });
    const context = magicContext(session, 'tell');
    expect(context.filled).toEqual(['message']);
    expect(context.upstream.map(({ alias }) => alias)).toEqual(['Fetch', 'Hook']);
    expect(context.trigger).toEqual({
      type: 'object',
      properties: {
        email: { type: 'string' },
        tags: { type: 'array', items: { type: 'object', properties: { id: { type: 'integer' } } } },
      },
    });
    expect(JSON.stringify(context)).not.toMatch(/secret|private/);
  });

  it('leaves defaults and examples out of schemas, but not fields that are called so', () => {
    expect(shapeOf({ default: 'x', on: true, none: null, price: 1.5 })).toEqual({
      type: 'object',
      properties: {
        default: { type: 'string' },
        on: { type: 'boolean' },
        none: { type: 'null' },
        price: { type: 'number' },
      },
    });
  });

  it('takes an object with very many keys for a table', () => {
    expect(shapeOf(Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`k${at}`, at])))).toEqual({
      type: 'object',
    });
  });
});

describe('a proposal', () => {
  it('is told as what is added, changed and removed; what is the same is left out', () => {
    const changes = paramChanges(
      { url: 'a', method: 'GET', headers: { a: 1 }, body: 1 },
      { url: 'b', method: 'GET', headers: { a: 1 }, query: { q: 1 }, body: null, other: null },
    );
    expect(changes).toEqual([
      { param: 'url', kind: 'changed', before: 'a', after: 'b' },
      { param: 'query', kind: 'added', after: { q: 1 } },
      { param: 'body', kind: 'removed', before: 1 },
    ]);
  });

  it('is one step of undo, with its account', async () => {
    const session = await sessionOf(documentOf([{ id: 'a', type: 'http-request', config: { url: 'a' } }]));
    const changes = paramChanges(session.node('a')?.config ?? {}, { url: 'b', method: 'POST' });
    const edit = acceptedEdit('a', changes, { slot: 'account', credentialId: 'c1' });
    session.apply(edit!, { label: 'Magic Input' });
    expect(session.node('a')).toMatchObject({ config: { url: 'b', method: 'POST' }, credentials: { account: 'c1' } });
    session.undo();
    expect(session.node('a')?.config).toEqual({ url: 'a' });
    expect(session.node('a')?.credentials).toBeUndefined();
    expect(acceptedEdit('a', [])).toBeUndefined();
  });

  it('takes answers as the param wants them', () => {
    expect(answerValue('7', { type: 'integer' })).toBe(7);
    expect(answerValue('7', { type: 'string' })).toBe('7');
    expect(answerValue('yes', { type: 'boolean' })).toBe(true);
    expect(answerValue('{"a":1}', { type: 'object' })).toEqual({ a: 1 });
    expect(answerValue('{{ trigger.id }}', undefined)).toBe('{{ trigger.id }}');
    expect(answerValue('none', { type: 'object' })).toBe('none');
  });
});

it('puts a draft on the canvas, laid out, and takes it back in one step', async () => {
  const session = await sessionOf(documentOf([], [], { name: 'Untitled workflow' }));
  const drafted = documentOf(
    [
      { id: 'start', type: 'manual-trigger', position: { x: 0, y: 0 } },
      { id: 'a', type: 'log', position: { x: 0, y: 0 } },
      { id: 'b', type: 'log', position: { x: 0, y: 0 } },
    ],
    ['start>a', 'start>b'],
    { name: 'Greets' },
  );
  expect(await placeDraft(session, drafted)).toBe(true);
  expect(session.name()).toBe('Greets');
  const places = session.nodes().map(({ position }) => `${position.x},${position.y}`);
  expect(new Set(places).size).toBe(3);
  session.undo();
  expect([session.isEmpty(), session.name()]).toEqual([true, 'Untitled workflow']);
});

it('keeps the name that somebody gave', async () => {
  const session = await sessionOf(documentOf([], [], { name: 'Mine' }));
  await placeDraft(session, documentOf(['a'], [], { name: 'Theirs' }));
  expect(session.name()).toBe('Mine');
});
