import { LiveOutput } from './live-output';

it('writes text as it comes, and shows its end in one line', () => {
  const live = new LiveOutput();
  live.receive({ nodeId: 'a', seq: 1, updates: [{ kind: 'text', delta: 'Foxes\nare ' }] });
  live.receive({ nodeId: 'a', seq: 2, updates: [{ kind: 'text', delta: 'red.' }] });
  expect(live.of('a')()).toMatchObject({ turns: [{ turn: 0, text: 'Foxes\nare red.' }], tail: 'Foxes are red.' });
  expect(live.of('b')()).toBeUndefined();
});

it('keeps the end of a long line', () => {
  const live = new LiveOutput();
  live.receive({ nodeId: 'a', seq: 1, updates: [{ kind: 'text', delta: `${'word '.repeat(60)}end` }] });
  expect(live.of('a')()?.tail).toMatch(/^….*end$/);
});

it('lists the turns of an agent and the tools that it uses', () => {
  const live = new LiveOutput();
  const step = 'turn-1-call-1';
  live.receive({
    nodeId: 'a',
    seq: 1,
    updates: [
      { kind: 'turn', turn: 1 },
      { kind: 'text', turn: 1, delta: 'I look it up.' },
      { kind: 'tool', turn: 1, step, name: 'find', status: 'running' },
    ],
  });
  expect(live.of('a')()?.tail).toBe('Uses find');
  live.receive({
    nodeId: 'a',
    seq: 2,
    updates: [
      { kind: 'tool', turn: 1, step, name: 'find', status: 'completed' },
      { kind: 'turn', turn: 2 },
      { kind: 'text', turn: 2, delta: 'Found.' },
    ],
  });
  expect(live.of('a')()?.turns).toEqual([
    { turn: 1, text: 'I look it up.', tools: [{ step, name: 'find', status: 'completed' }] },
    { turn: 2, text: 'Found.', tools: [] },
  ]);
});

it('begins anew with another attempt', () => {
  const live = new LiveOutput();
  live.receive({ nodeId: 'a', seq: 1, updates: [{ kind: 'text', delta: 'first' }] });
  live.receive({ nodeId: 'a', seq: 1, updates: [{ kind: 'text', delta: 'second' }] });
  expect(live.of('a')()?.turns[0]?.text).toBe('second');
});

it('says when something was not heard', () => {
  const live = new LiveOutput();
  live.receive({ nodeId: 'a', seq: 3, updates: [{ kind: 'text', delta: 'late' }] });
  expect(live.of('a')()?.hasGaps).toBe(true);
  live.receive({ nodeId: 'b', seq: 1, updates: [{ kind: 'text', delta: 'early' }] });
  expect(live.of('b')()?.hasGaps).toBe(false);
});

it('keeps turns of a loop apart and shows the one that writes', () => {
  const live = new LiveOutput();
  live.receive({ nodeId: 'a', seq: 1, updates: [{ kind: 'text', delta: 'one', path: 'each/0' }] });
  live.receive({ nodeId: 'a', seq: 2, updates: [{ kind: 'text', delta: 'two', path: 'each/1' }] });
  expect(live.of('a')()).toMatchObject({ path: 'each/1', turns: [{ text: 'two' }] });
  live.receive({ nodeId: 'a', seq: 3, updates: [{ kind: 'text', delta: ' more', path: 'each/0' }] });
  expect(live.of('a')()).toMatchObject({ path: 'each/0', turns: [{ text: 'one more' }] });
});

it('forgets a run that is no longer shown', () => {
  const live = new LiveOutput();
  const cell = live.of('a');
  live.receive({ nodeId: 'a', seq: 1, updates: [{ kind: 'text', delta: 'x' }] });
  live.clear();
  expect(cell()).toBeUndefined();
});
