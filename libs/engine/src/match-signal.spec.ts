import type { RecordedWait } from './event';
import { matchSignal, type Signal } from './match-signal';
import { Scenario, isoAt } from './testing/scenario';

function waiting(waits: Record<string, RecordedWait>): Scenario {
  const ids = Object.keys(waits);
  const nodes = Object.fromEntries(['t', ...ids].map((id) => [id, {}]));
  const told = new Scenario({ nodes, edges: ids.map((id) => `t>${id}`) }).start().complete('t');
  for (const [id, wait] of Object.entries(waits)) told.begin(id).wait(id, wait);
  return told;
}

const waits: Record<string, RecordedWait> = {
  plain: { kind: 'event', name: 'paid' },
  order1: { kind: 'event', name: 'paid', correlation: 'order-1' },
  order2: { kind: 'event', name: 'paid', correlation: 'order-2', timeoutAt: isoAt(5_000) },
  other: { kind: 'event', name: 'shipped' },
  timer: { kind: 'timer', until: isoAt(5_000) },
};

describe('matchSignal', () => {
  it.each<[string, Omit<Signal, 'payload'>, string[]]>([
    ['a name alone', { name: 'paid' }, ['plain']],
    ['a name and a correlation', { name: 'paid', correlation: 'order-1' }, ['plain', 'order1']],
    ['a correlation nobody waits for', { name: 'paid', correlation: 'order-9' }, ['plain']],
    ['another name', { name: 'shipped', correlation: 'order-1' }, ['other']],
    ['a name nobody waits for', { name: 'PAID' }, []],
    ['a node', { name: 'anything', nodeId: 'order1' }, ['order1']],
    ['a node that waits for a timer', { name: 'anything', nodeId: 'timer' }, []],
    ['a node that does not wait', { name: 'paid', nodeId: 't' }, []],
  ])('matches %s', (_name, signal, ids) => {
    const matches = matchSignal(waiting(waits).state, { ...signal, payload: null });

    expect(matches.map((match) => match.nodeId)).toEqual(ids);
  });

  it('gives the events to append, with payload and sender', () => {
    const told = waiting({ a: { kind: 'event', name: 'paid' } });
    const [match] = matchSignal(told.state, { name: 'paid', payload: { sum: 3 }, from: 'shop' });

    expect(match?.event).toEqual({
      type: 'node.woken',
      nodeId: 'a',
      wake: { kind: 'event', name: 'paid', payload: { sum: 3 }, from: 'shop' },
    });
    expect(told.append(...(match ? [match.event] : [])).settle()).toEqual(['run a#1 after event']);
  });

  it('wakes a node only once', () => {
    const told = waiting({ a: { kind: 'event', name: 'paid' } });
    const signal = { name: 'paid', payload: null };
    told.append(...matchSignal(told.state, signal).map((match) => match.event));

    expect(matchSignal(told.state, signal)).toEqual([]);
  });

  it('matches while the run is paused', () => {
    const told = waiting(waits).append({ type: 'workflow.paused' });

    expect(matchSignal(told.state, { name: 'shipped', payload: 1 })).toHaveLength(1);
  });

  it('matches nothing once the run stops', () => {
    const told = waiting(waits).append({ type: 'workflow.cancel_requested' });
    expect(matchSignal(told.state, { name: 'shipped', payload: 1 })).toEqual([]);
    told.settle();
    expect(matchSignal(told.state, { name: 'shipped', payload: 1 })).toEqual([]);
  });
});
