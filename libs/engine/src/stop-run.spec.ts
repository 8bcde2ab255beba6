import type { ExecutionEventBody } from './event';
import { failRun } from './stop-run';
import { Scenario, failureOf, isoAt } from './testing/scenario';

const broken = failureOf({ code: 'BROKEN', fault: 'user' });
const cancel: ExecutionEventBody = { type: 'workflow.cancel_requested' };
const terminate: ExecutionEventBody = { type: 'workflow.cancel_requested', terminate: true };

/** One node in every stage: `run` runs, `wait` waits, `retry` is to be retried, `woken` woken, `cut` interrupted, `next` ready, `later` not. */
function busy(): Scenario {
  const ids = ['bad', 'run', 'wait', 'retry', 'woken', 'cut', 'next'];
  const told = new Scenario({
    nodes: { t: {}, ...Object.fromEntries(ids.map((id) => [id, {}])), retry: { retry: {} }, later: {} },
    edges: [...ids.map((id) => `t>${id}`), ...ids.map((id) => `${id}>later`)],
  });
  told.start().complete('t').begin('bad').begin('run').begin('cut').interrupt('cut').begin('retry').fail('retry');
  for (const id of ['wait', 'woken']) told.begin(id).wait(id, { kind: 'timer', until: isoAt(1e6) });
  return told.append({ type: 'node.woken', nodeId: 'woken', wake: { kind: 'timer' } });
}

const quiet = {
  wait: 'cancelled',
  retry: 'cancelled',
  woken: 'cancelled',
  cut: 'cancelled',
  next: 'skipped',
  later: 'skipped',
};

describe('failRun', () => {
  const error = { code: 'WORKER_LOST', fault: 'bug' as const, message: 'Workers died of it.' };

  it('ends every node and the run at once', () => {
    const told = busy();
    told.append(...failRun(told.graph, told.state, error));

    expect(told.state).toMatchObject({ status: 'failed', error, outputFrom: [] });
    expect(told.statuses()).toEqual({ t: 'completed', ...quiet, run: 'cancelled', bad: 'cancelled' });
    expect(told.state.nodes.get('next')?.skipReason).toBe('run-failed');
    expect(told.decide()).toEqual([]);
  });

  it('ends a run whose trigger is not in the graph', () => {
    const told = new Scenario({ nodes: { t: {} }, edges: [] }).start('gone');

    expect(failRun(told.graph, told.state, error)).toEqual([
      { type: 'workflow.finished', status: 'failed', outputFrom: [], error },
    ]);
  });
});

describe('stopRun', () => {
  it('aborts what runs, records the rest at once and waits for what was aborted', () => {
    const told = busy().append(cancel);
    expect(told.brief()).toEqual([
      'abort bad',
      'abort run',
      'record node.cancelled wait, node.cancelled retry, node.cancelled woken, node.cancelled cut, node.skipped next run-cancelled, node.skipped later run-cancelled',
    ]);
    expect(told.settle()).toEqual(['abort bad', 'abort run']);
    expect(told.statuses()).toMatchObject({ ...quiet, run: 'running', bad: 'running' });
    expect(told.cancel('bad').settle()).toEqual(['abort run']);
    expect(told.cancel('run').brief()).toEqual(['record workflow.finished cancelled']);
    told.settle();

    expect(told.state).toMatchObject({ status: 'cancelled', outputFrom: [] });
    expect(told.state.terminated).toBeUndefined();
    expect(told.state.error).toBeUndefined();
  });

  it('does the same on a failure, with its error and its own reason', () => {
    const told = busy().fail('bad', broken);
    expect(told.settle()).toEqual(['abort run']);
    told.cancel('run').settle();

    expect(told.state).toMatchObject({ status: 'failed', error: { ...broken, nodeId: 'bad' } });
    expect(told.statuses()).toEqual({ t: 'completed', ...quiet, bad: 'failed', run: 'cancelled' });
    expect(told.state.nodes.get('later')?.skipReason).toBe('run-failed');
  });

  it('lets a node that was quicker than its abort complete, and starts nothing after it', () => {
    const told = busy().append(cancel);
    told.settle();
    told.complete('run').complete('bad').settle();

    expect(told.state.status).toBe('cancelled');
    expect(told.statuses()).toMatchObject({ run: 'completed', bad: 'completed', later: 'skipped' });
  });

  it('cancels a node that was to be retried or to wait instead of being aborted', () => {
    const told = busy().append(cancel);
    told.settle();
    told.wait('run', { kind: 'event', name: 'e' });
    told.append({ type: 'node.retrying', nodeId: 'bad', attempt: 1, error: failureOf(), retryAt: isoAt(1) });
    told.settle();

    expect(told.state.status).toBe('cancelled');
    expect(told.statuses()).toMatchObject({ run: 'cancelled', bad: 'cancelled' });
  });

  it('cancels nodes whose worker was lost during the abort', () => {
    const told = busy().append(cancel);
    told.settle();
    told.interrupt('run').interrupt('bad').settle();

    expect(told.state.status).toBe('cancelled');
    expect(told.statuses()).toMatchObject({ run: 'cancelled', bad: 'cancelled' });
  });

  it('terminates at once, without waiting for what runs', () => {
    const told = busy().append(terminate);
    expect(told.decide().map((command) => command.kind)).toEqual(['abort-node', 'abort-node', 'record']);
    told.settle();

    expect(told.state).toMatchObject({ status: 'cancelled', terminated: true });
    expect(told.statuses()).toEqual({ t: 'completed', ...quiet, run: 'cancelled', bad: 'cancelled' });
    expect(told.decide()).toEqual([]);
  });

  it('terminates a run that is already being cancelled', () => {
    const told = busy().append(cancel);
    told.settle();
    told.append(terminate).settle();

    expect(told.state).toMatchObject({ status: 'cancelled', terminated: true });
    expect(told.statuses()).toMatchObject({ run: 'cancelled', bad: 'cancelled' });
  });

  it('terminates a run that is already failing as terminated', () => {
    const told = busy().fail('bad', broken);
    told.settle();
    told.append(terminate).settle();

    expect(told.state).toMatchObject({ status: 'cancelled', terminated: true });
    expect(told.state.error).toBeUndefined();
  });

  it('skips with the reason of the termination when both come together', () => {
    const told = busy().fail('bad', broken).append(terminate);
    told.settle();

    expect(told.state.nodes.get('later')?.skipReason).toBe('run-cancelled');
  });

  it('stays failed when it is cancelled after the failure', () => {
    const told = busy().fail('bad', broken).append(cancel);
    told.settle();
    told.cancel('run').settle();

    expect(told.state).toMatchObject({ status: 'failed', error: { code: 'BROKEN' } });
  });

  it('stays cancelled when a node fails after that', () => {
    const told = busy().append(cancel).fail('bad', broken);
    told.settle();
    told.cancel('run').settle();

    expect(told.state.status).toBe('cancelled');
    expect(told.statuses()).toMatchObject({ bad: 'failed' });
  });

  it('cancels a run that has not begun any node', () => {
    const told = new Scenario({ nodes: { t: {}, a: {} }, edges: ['t>a'] }).start().append(cancel);
    told.settle();

    expect(told.state.status).toBe('cancelled');
    expect(told.statuses()).toEqual({ t: 'skipped', a: 'skipped' });
  });

  it('cancels a paused run', () => {
    const told = busy().append({ type: 'workflow.paused' }, cancel);
    expect(told.settle()).toEqual(['abort bad', 'abort run']);
  });

  it('fails a paused run when what was in flight fails', () => {
    const told = busy().append({ type: 'workflow.paused' }).cancel('run').fail('bad', broken);
    told.settle();

    expect(told.state.status).toBe('failed');
  });
});
