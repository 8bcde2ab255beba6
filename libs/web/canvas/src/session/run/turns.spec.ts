import type { ExecutionEventBody } from '@millrace/engine';
import type { Json } from '@millrace/workflow-model';
import { NodeCatalogue } from '../catalogue/node-catalogue';
import { EditorSession } from '../editor-session';
import { definitions } from '../testing/definitions';
import { documentOf, expressions } from '../testing/documents';
import { ManualTimers } from '../testing/manual-timers';

const items: Json = [{ name: 'Ada' }, { name: 'Bob' }, { name: 'Cy' }];

/** t > each [a > b], then `every`, which runs once per item. */
const document = documentOf(
  [
    { id: 't', label: 'Start', type: 'manual-trigger' },
    { id: 'each', label: 'Each', type: 'loop', config: { items: '{{trigger.people}}' } },
    { id: 'a', label: 'A', parent: 'each', type: 'log' },
    { id: 'b', label: 'B', parent: 'each', type: 'log', config: { message: '{{item.name}} {{Start.people[0].name}}' } },
    {
      id: 'every',
      label: 'Every',
      type: 'log',
      settings: { forEach: { items: '{{Each}}' } },
    },
  ],
  ['t>each', 'a>b', 'each>every'],
);

function opened(): EditorSession {
  const session = new EditorSession({
    catalogue: new NodeCatalogue(definitions),
    timers: new ManualTimers(),
    expressions,
  });
  session.view(document);
  return session;
}

const done = (nodeId: string, value: Json, path?: string): ExecutionEventBody => ({
  type: 'node.completed',
  nodeId,
  attempt: 1,
  ports: { main: { value } },
  startedAtMs: 0,
  durationMs: 1,
  ...(path !== undefined && { path }),
});

const failed = (nodeId: string, path: string): ExecutionEventBody => ({
  type: 'node.failed',
  nodeId,
  attempt: 1,
  error: { code: 'BROKEN', fault: 'user', message: 'No such person' },
  startedAtMs: 0,
  durationMs: 1,
  path,
});

const asked = (nodeId: string, list: Json): ExecutionEventBody => ({
  type: 'node.iterating',
  nodeId,
  attempt: 1,
  items: { value: list },
  count: 3,
  concurrency: 1,
  onTurnError: 'continue',
  startedAtMs: 0,
});

const begun = (turn: number, nodeId = 'each'): ExecutionEventBody => ({ type: 'turn.started', nodeId, turn });
const over = (turn: number, status: 'completed' | 'failed', nodeId = 'each'): ExecutionEventBody => ({
  type: 'turn.finished',
  nodeId,
  turn,
  status,
  outputFrom: [],
});

const run: readonly ExecutionEventBody[] = [
  { type: 'workflow.started', triggerNodeId: 't', trigger: { value: { people: items } }, nodeCount: 5 },
  done('t', { people: items }),
  asked('each', items),
  begun(0),
  done('a', 'a0', 'each/0'),
  done('b', 'b0', 'each/0'),
  over(0, 'completed'),
  begun(1),
  done('a', 'a1', 'each/1'),
  failed('b', 'each/1'),
  over(1, 'failed'),
  begun(2),
  done('a', 'a2', 'each/2'),
];

function show(session: EditorSession, bodies = run): void {
  const events = bodies.map((body, place) => ({ ...body, seq: place + 1, atMs: 1_000 + place }));
  session.run.show({ executionId: 'run', document, events });
}

const output = (session: EditorSession, nodeId: string) => session.params.output(nodeId).sample;

describe('the turns of a loop in the run that is shown', () => {
  it('are counted on the loop, and the first that failed is looked at', () => {
    const session = opened();
    show(session);
    expect(session.run.node('each')()?.loop).toEqual({ count: 3, begun: 3, finished: 2, failed: 1, firstFailed: 1 });
    expect(session.run.turnOf('each')).toBe(1);
    expect(session.run.node('b')()).toMatchObject({ status: 'failed', path: 'each/1' });
    expect(output(session, 'a')).toBe('a1');
  });

  it('show on every card inside what happened in the chosen one', () => {
    const session = opened();
    show(session);
    const b = session.run.node('b');
    session.run.chooseTurn('each', 0);
    expect([b()?.status, b()?.path, output(session, 'a')]).toEqual(['completed', 'each/0', 'a0']);
    session.run.chooseTurn('each', 2);
    expect([b(), output(session, 'a')]).toEqual([undefined, 'a2']);
    session.run.chooseTurn('each', undefined);
    expect(b()?.status).toBe('failed');
  });

  it('lead from one that failed to the next, and from the last to none', () => {
    const session = opened();
    show(session, [...run, failed('b', 'each/2'), over(2, 'failed')]);
    expect(session.run.turnOf('each')).toBe(1);
    expect(session.run.nextFailedTurn('each')).toBe(2);
    session.run.chooseTurn('each', 2);
    expect(session.run.nextFailedTurn('each')).toBeUndefined();
    session.run.chooseTurn('each', 0);
    expect(session.run.nextFailedTurn('each')).toBe(1);
  });

  it('follow the newest while none failed', () => {
    const session = opened();
    show(session, run.slice(0, 8));
    expect(session.run.turnOf('each')).toBe(1);
    expect(session.run.node('a')()).toBeUndefined();
  });

  it('give `item` and `index` to what is inside, and the item as input to what begins there', () => {
    const session = opened();
    show(session);
    session.run.chooseTurn('each', 0);
    expect(session.params.preview('b', '{{item.name}} {{index}} {{Start.people[2].name}}')).toMatchObject({
      value: 'Ada 0 Cy',
    });
    session.run.chooseTurn('each', 2);
    expect(session.params.preview('b', '{{item.name}} {{index}}')).toMatchObject({ value: 'Cy 2' });
    expect(session.params.of('a').input.sample).toEqual({ name: 'Cy' });
  });
});

describe('`item` before any run', () => {
  it('is the first of the list, when that can be worked out', () => {
    const session = opened();
    session.pins.pin('t', { main: { people: items } });
    expect(session.params.preview('b', '{{item.name}}')).toMatchObject({ kind: 'value', value: 'Ada' });
    expect(session.params.check('b', '{{item.name}} {{index}}')).toEqual([]);
  });

  it('is unknown outside of loops', () => {
    const session = opened();
    expect(session.params.check('each', '{{item.name}}')).toHaveLength(1);
    expect(Object.keys(session.params.of('every').completion.roots)).toContain('item');
  });

  it('does not make the loop itself something to read from inside', () => {
    const session = opened();
    expect(session.params.of('b').upstream.map(({ alias }) => alias)).toEqual(['A', 'Start']);
  });
});

describe('a node that runs once per item', () => {
  it('is shown as a whole, and in its own view turn by turn', () => {
    const session = opened();
    show(session, [
      ...run,
      done('b', 'b2', 'each/2'),
      over(2, 'completed'),
      { type: 'node.woken', nodeId: 'each', wake: { kind: 'turns' } },
      done('each', ['x', 'y', 'z']),
      asked('every', ['x', 'y', 'z']),
      begun(0, 'every'),
      done('every', 'first', 'every/0'),
      over(0, 'completed', 'every'),
      begun(1, 'every'),
      failed('every', 'every/1'),
      over(1, 'failed', 'every'),
      begun(2, 'every'),
      done('every', 'third', 'every/2'),
      over(2, 'completed', 'every'),
      { type: 'node.woken', nodeId: 'every', wake: { kind: 'turns' } },
      done('every', ['first', null]),
    ]);
    expect(session.run.node('every')()).toMatchObject({ status: 'completed', loop: { finished: 3, failed: 1 } });
    expect([session.run.turnOf('every'), output(session, 'every')]).toEqual([undefined, ['first', null]]);
    session.run.chooseTurn('every', 0);
    expect(output(session, 'every')).toBe('first');
    expect(session.params.preview('every', '{{item}}')).toMatchObject({ value: 'x' });
    session.run.chooseTurn('every', 1);
    expect(session.run.runInTurn('every')).toMatchObject({ status: 'failed', path: 'every/1' });
    expect(session.run.node('every')()?.status).toBe('completed');
  });
});

describe('what is changed inside a loop', () => {
  const stale = (session: EditorSession) => [...session.dirty.reasons().keys()].sort();
  function finished(): EditorSession {
    const session = opened();
    const end: ExecutionEventBody[] = [
      done('b', 'b2', 'each/2'),
      over(2, 'completed'),
      { type: 'node.woken', nodeId: 'each', wake: { kind: 'turns' } },
      done('each', ['x', 'y', 'z']),
    ];
    show(session, [...run, ...end]);
    session.setReadonly(false);
    return session;
  }

  it('makes the loop stale, for it runs as a whole', () => {
    const session = finished();
    expect(stale(session)).toEqual([]);
    session.actions.setParam('b', ['message'], 'other');
    expect(stale(session)).toContain('each');
    expect(session.dirty.plan('b', 'step')).toMatchObject({ nodeId: 'each', run: ['each'], reuse: ['t'] });
  });

  it('counts what came in and what went out', () => {
    const session = finished();
    session.actions.addNode({ type: 'log', place: { kind: 'inside', loopId: 'each' } });
    expect(stale(session)).toContain('each');
    session.undo();
    session.actions.moveInto(['b'], undefined);
    expect(stale(session)).toContain('each');
  });
});

it('the timeline keeps turns apart, and a loop takes as long as its turns', () => {
  const session = opened();
  show(session, [
    ...run,
    done('b', 'b2', 'each/2'),
    over(2, 'completed'),
    { type: 'node.woken', nodeId: 'each', wake: { kind: 'turns' } },
    done('each', ['x', 'y', 'z']),
  ]);
  const { rows, turns } = session.run.timeline();
  expect(rows.filter(({ nodeId }) => nodeId === 'a').map(({ path }) => path)).toEqual(['each/0', 'each/1', 'each/2']);
  expect(turns?.get('each')?.map(({ turn, status }) => [turn, status])).toEqual([
    [0, 'completed'],
    [1, 'failed'],
    [2, 'completed'],
  ]);
  expect(rows.find(({ nodeId }) => nodeId === 'each')?.segments).toMatchObject([{ kind: 'attempt', startMs: 0 }]);
});
