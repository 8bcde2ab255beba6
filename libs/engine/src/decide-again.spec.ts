import type { RecordedWait } from './event';
import type { TestGraph, TestNode } from './testing/graphs';
import { EPOCH_MS, Scenario, failureOf, isoAt } from './testing/scenario';

function run(a: TestNode = {}, more: Partial<TestGraph> = {}): Scenario {
  return new Scenario({ nodes: { t: {}, a, b: {} }, edges: ['t>a', 'a>b'], ...more }).start().complete('t');
}

const until5s: RecordedWait = { kind: 'timer', until: isoAt(5_000) };
const event: RecordedWait = { kind: 'event', name: 'decided' };
const eventFor5s: RecordedWait = { ...event, timeoutAt: isoAt(5_000) };

describe('decide: retries', () => {
  it('waits until the retry is due, and then runs the node once more', () => {
    const told = run({ retry: { baseMs: 1_000 } })
      .begin('a')
      .fail('a');
    expect(told.settle()).toEqual(['wake-at 1000']);
    expect(told.at(999).settle()).toEqual(['wake-at 1000']);
    expect(told.at(1_000).settle()).toEqual(['run a#2']);
    expect(told.begin('a').settle()).toEqual([]);
    expect(told.complete('a').settle()).toEqual(['run b#1']);
  });

  it('counts on until no try is left', () => {
    const told = run({ retry: { maxAttempts: 3, baseMs: 0 } });
    for (const attempt of [1, 2, 3]) {
      expect(told.settle()).toEqual([`run a#${attempt}`]);
      told.begin('a').fail('a');
    }
    told.settle();

    expect(told.state).toMatchObject({ status: 'failed', error: { code: 'FLAKY', nodeId: 'a' } });
    expect(told.state.nodes.get('a')?.attempts).toBe(3);
  });

  it('retries pure nodes, which have no start of their own', () => {
    const told = run({ retry: { baseMs: 10 } }).fail('a');

    expect(told.settle()).toEqual(['wake-at 10']);
    expect(told.at(10).settle()).toEqual(['run a#2']);
    expect(told.complete('a').settle()).toEqual(['run b#1']);
  });

  it('puts due retries in order among the nodes that may start', () => {
    const nodes = { t: {}, a: {}, b: { retry: { baseMs: 5 } }, c: {}, d: { retry: { baseMs: 5 } } };
    const told = new Scenario({ nodes, edges: ['t>a', 't>b', 't>c', 't>d'] }).start().complete('t');
    told.begin('b').fail('b').begin('d').fail('d').at(5);

    expect(told.settle()).toEqual(['run a#1', 'run b#2', 'run c#1', 'run d#2']);
    expect(told.settle({ maxStarts: 2 })).toEqual(['run a#1', 'run b#2']);
  });
});

describe('decide: waits', () => {
  it('wakes a timer that is due and runs the node on with the same attempt', () => {
    const told = run().begin('a').wait('a', until5s);
    expect(told.settle()).toEqual(['wake-at 5000']);
    expect(told.at(4_999).brief()).toEqual(['wake-at 5000']);
    expect(told.at(5_000).brief()).toEqual(['record node.woken a timer']);
    expect(told.settle()).toEqual(['run a#1 after timer']);
    expect(told.begin('a').complete('a').settle()).toEqual(['run b#1']);
  });

  it('waits for an event for ever when no timeout is given', () => {
    expect(run().begin('a').wait('a', event).at(1e12).settle()).toEqual([]);
  });

  it('wakes an event wait whose time is up with a timeout', () => {
    const told = run().begin('a').wait('a', eventFor5s);
    expect(told.settle()).toEqual(['wake-at 5000']);
    expect(told.at(5_000).brief()).toEqual(['record node.woken a timeout']);
    expect(told.settle()).toEqual(['run a#1 after timeout']);
  });

  it('hands the event to the node that it woke', () => {
    const wake = { kind: 'event' as const, name: 'decided', payload: { approved: true }, from: 'u' };
    const told = run().begin('a').wait('a', eventFor5s).append({ type: 'node.woken', nodeId: 'a', wake });

    expect(told.at(9_000).decide()).toEqual([{ kind: 'run-node', nodeId: 'a', attempt: 1, wake }]);
  });

  it('can wait again and again', () => {
    const told = run().begin('a').wait('a', until5s).at(5_000);
    told.settle();
    told.wait('a', { kind: 'timer', until: isoAt(6_000) });
    expect(told.settle()).toEqual(['wake-at 6000']);
    expect(told.at(6_000).settle()).toEqual(['run a#1 after timer']);
  });

  it('keeps the wake for the retry of a node that failed after it', () => {
    const told = run({ retry: { baseMs: 10 } })
      .begin('a')
      .wait('a', until5s)
      .at(5_000);
    told.settle();
    told.begin('a').fail('a');

    expect(told.at(5_010).settle()).toEqual(['run a#2 after timer']);
  });

  it('wakes what is due in order and names the earliest of the rest', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const graph = { nodes: { t: {}, a: {}, b: {}, c: {}, d: {} }, edges: ids.map((id) => `t>${id}`) };
    const told = new Scenario(graph).start().complete('t');
    for (const [id, ms] of [
      ['a', 300],
      ['b', 100],
      ['c', 400],
      ['d', 100],
    ] as const) {
      told.begin(id).wait(id, { kind: 'timer', until: isoAt(ms) });
    }
    expect(told.settle()).toEqual(['wake-at 100']);
    expect(told.at(100).brief()).toEqual(['record node.woken b timer, node.woken d timer']);
    expect(told.settle()).toEqual(['run b#1 after timer', 'run d#1 after timer', 'wake-at 300']);
  });

  it('also says when to wake while other nodes run', () => {
    const graph = { nodes: { t: {}, a: {}, b: {} }, edges: ['t>a', 't>b'] };
    const told = new Scenario(graph).start().complete('t').begin('b').begin('a').wait('a', until5s);

    expect(told.settle()).toEqual(['wake-at 5000']);
  });
});

describe('decide: interruptions', () => {
  it('runs an interrupted node with the next attempt', () => {
    const told = run().begin('a').interrupt('a');

    expect(told.settle()).toEqual(['run a#2']);
    expect(told.begin('a').interrupt('a').settle()).toEqual(['run a#3']);
  });

  it('runs a woken node that was interrupted with its wake', () => {
    const told = run().begin('a').wait('a', until5s).at(5_000);
    told.settle();

    expect(told.begin('a').interrupt('a').settle()).toEqual(['run a#2 after timer']);
  });

  it.each<[TestNode, string, string[] | undefined]>([
    [{}, 'failed', undefined],
    [{ onError: 'continue' }, 'completed', ['main']],
    [{ onError: 'error-port' }, 'completed', ['error']],
    [{ retry: { maxAttempts: 100 } }, 'failed', undefined],
  ])('gives a node with settings %j up at the third', (settings, status, ports) => {
    const told = run(settings)
      .at(100)
      .begin('a')
      .interrupt('a')
      .begin('a')
      .interrupt('a')
      .begin('a')
      .at(150)
      .interrupt('a');
    told.settle();
    const node = told.state.nodes.get('a');

    expect(node).toMatchObject({
      status,
      error: { code: 'WORKER_LOST' },
      interruptions: 3,
      attempts: 3,
      durationMs: 50,
    });
    if (ports) expect(Object.keys(node?.ports ?? {})).toEqual(ports);
    else expect(told.state).toMatchObject({ status: 'failed', error: { code: 'WORKER_LOST', nodeId: 'a' } });
  });

  it('goes on however often workers were told to stop, and counts those that died', () => {
    const told = run();
    for (let deploy = 0; deploy < 10; deploy += 1) told.begin('a').handOver('a');
    told.begin('a').interrupt('a').begin('a').interrupt('a');
    expect(told.decide()).toMatchObject([{ kind: 'run-node', nodeId: 'a', attempt: 13 }]);
    expect(told.state.nodes.get('a')).toMatchObject({ interruptions: 12, handovers: 10 });
    told.begin('a').interrupt('a').settle();
    expect(told.state).toMatchObject({ status: 'failed', error: { code: 'WORKER_LOST', nodeId: 'a' } });
    expect(told.state.error?.message).toContain('ended 3 times');
  });

  it('does not let interruptions use up tries', () => {
    const told = run({ retry: { maxAttempts: 2, baseMs: 0 } })
      .begin('a')
      .interrupt('a')
      .begin('a')
      .fail('a');
    expect(told.settle()).toEqual(['run a#3']);
    told.begin('a').fail('a').settle();

    expect(told.state.status).toBe('failed');
  });

  it('records the loss before it starts anything else', () => {
    const nodes = { t: {}, a: {}, b: {} };
    const told = new Scenario({ nodes, edges: ['t>a', 't>b'] }).start().complete('t');
    for (let count = 0; count < 3; count += 1) told.begin('a').interrupt('a');

    expect(told.brief()).toEqual(['record node.failed a']);
    told.settle();
    expect(told.statuses()).toEqual({ t: 'completed', a: 'failed', b: 'skipped' });
  });
});

describe('decide: pausing', () => {
  it('starts nothing, lets what runs finish, and goes on when resumed', () => {
    const graph = { nodes: { t: {}, a: {}, b: {}, c: {} }, edges: ['t>a', 't>b', 'a>c', 'b>c'] };
    const told = new Scenario(graph).start().complete('t').begin('a').append({ type: 'workflow.paused' });
    expect(told.settle()).toEqual([]);
    expect(told.complete('a').settle()).toEqual([]);
    expect(told.state.status).toBe('paused');
    expect(told.append({ type: 'workflow.resumed' }).settle()).toEqual(['run b#1']);
  });

  it('leaves timers and retries due until resumed', () => {
    const nodes = { t: {}, a: {}, b: { retry: { baseMs: 10 } } };
    const told = new Scenario({ nodes, edges: ['t>a', 't>b'] }).start().complete('t');
    told.begin('a').wait('a', until5s).begin('b').fail('b').append({ type: 'workflow.paused' });
    expect(told.settle()).toEqual([]);
    expect(told.at(9_000).brief()).toEqual([]);
    told.append({ type: 'workflow.resumed' });

    expect(told.settle()).toEqual(['run a#1 after timer', 'run b#2']);
  });

  it('takes an event in, and runs on with it when resumed', () => {
    const told = run().begin('a').wait('a', event).append({ type: 'workflow.paused' });
    told.append({ type: 'node.woken', nodeId: 'a', wake: { kind: 'event', name: 'decided', payload: 1 } });
    expect(told.settle()).toEqual([]);

    expect(told.append({ type: 'workflow.resumed' }).settle()).toEqual(['run a#1 after event']);
  });

  it('still records dead paths, and ends a run that has nothing left to do', () => {
    const told = run({}, { nodes: { t: {}, a: {}, b: {} }, edges: ['t>a', 'a:x>b'] }).begin('a');
    told.append({ type: 'workflow.paused' }).complete('a').settle();

    expect(told.statuses()).toMatchObject({ b: 'skipped' });
    expect(told.state.status).toBe('completed');
  });
});

describe('decide: the time for the whole run', () => {
  const limited = { timeoutMs: 10_000 };

  it('wakes at the end of the time at the latest', () => {
    const told = run({}, limited);
    expect(told.settle()).toEqual(['run a#1', 'wake-at 10000']);
    expect(told.begin('a').settle()).toEqual(['wake-at 10000']);
    expect(told.wait('a', until5s).settle()).toEqual(['wake-at 5000']);
  });

  it('fails the run when the time is up', () => {
    const told = run({}, limited).begin('a').at(10_000);
    expect(told.brief()).toEqual(['record workflow.timed_out']);
    expect(told.settle()).toEqual(['abort a']);
    told.cancel('a').settle();

    expect(told.state).toMatchObject({ status: 'failed', error: { code: 'WORKFLOW_TIMEOUT' } });
    expect(told.statuses()).toEqual({ t: 'completed', a: 'cancelled', b: 'skipped' });
  });

  it('goes by the record once the time was up, whatever the clock says', () => {
    const told = run({}, limited).begin('a').at(10_000);
    told.settle();

    expect(told.at(0).settle()).toEqual(['abort a']);
  });

  it('lets a run that has done all complete, even late', () => {
    const told = run({}, limited).complete('a').complete('b').at(60_000);

    expect(told.brief()).toEqual(['record workflow.finished completed']);
  });

  it('does not count the time while it is paused', () => {
    const told = run({}, limited).begin('a').at(4_000).append({ type: 'workflow.paused' });
    expect(told.at(100_000).settle()).toEqual([]);
    expect(told.append({ type: 'workflow.resumed' }).settle()).toEqual(['wake-at 106000']);
    told.at(106_000).settle();

    expect(told.state.stop).toMatchObject({ error: { code: 'WORKFLOW_TIMEOUT' } });
  });

  it('counts from the start of the run', () => {
    const told = new Scenario({ nodes: { t: {} }, edges: [], ...limited }).at(700).start();

    expect(told.decide()).toContainEqual({ kind: 'wake-at', atMs: EPOCH_MS + 10_700 });
  });

  it('treats a failure after the time was up as no other cause', () => {
    const told = run({}, limited).begin('a').at(10_000);
    told.settle();
    told.fail('a', failureOf({ fault: 'user', code: 'LATER' })).settle();

    expect(told.state).toMatchObject({ status: 'failed', error: { code: 'WORKFLOW_TIMEOUT' } });
    expect(told.statuses()).toMatchObject({ a: 'failed' });
  });
});
