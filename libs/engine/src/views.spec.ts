import type { ExecutionEventBody } from './event';
import { initialState } from './evolve';
import type { ExecutionState } from './state';
import type { TestGraph } from './testing/graphs';
import { EPOCH_MS, Scenario, failureOf, isoAt } from './testing/scenario';
import { executionOutput, phase, progress, runtimeStatus, stepSummaries } from './views';

const graph: TestGraph = { nodes: { t: {}, a: { retry: {} }, b: {}, u: {}, c: {} }, edges: ['t>a', 't>b', 'b>c'] };
const cancel: ExecutionEventBody = { type: 'workflow.cancel_requested' };

function run(): Scenario {
  return new Scenario(graph).start().complete('t');
}

/** A state that finished with these nodes as its result. */
function finishedFrom(told: Scenario, ...outputFrom: string[]): ExecutionState {
  return told.append({ type: 'workflow.finished', status: 'completed', outputFrom }).state;
}

describe('executionOutput', () => {
  const aliasOf = (id: string) => `Alias${id}`;

  it('is nothing before the end, or when no node makes it up', () => {
    expect(executionOutput(initialState(), aliasOf)).toEqual({ kind: 'none' });
    expect(executionOutput(finishedFrom(run()), aliasOf)).toEqual({ kind: 'none' });
    expect(executionOutput(finishedFrom(run(), 'gone'), aliasOf)).toEqual({ kind: 'none' });
  });

  it('is the value of one node as it is', () => {
    const output = executionOutput(finishedFrom(run().complete('a'), 'a'), aliasOf);

    expect(output).toEqual({ kind: 'one', nodeId: 'a', ref: { value: 'a' } });
  });

  it('has a key for each of several nodes', () => {
    const output = executionOutput(finishedFrom(run().complete('a').complete('b'), 'a', 'b'), aliasOf);

    expect(output).toEqual({ kind: 'many', refs: { Aliasa: { value: 'a' }, Aliasb: { value: 'b' } } });
  });

  it('falls back to the id where two nodes have one alias or a node has none', () => {
    const state = finishedFrom(run().complete('a').complete('b').complete('c'), 'a', 'b', 'c');
    const output = executionOutput(state, (id) => (id === 'c' ? '' : 'Same'));

    expect(output).toEqual({ kind: 'many', refs: { Same: { value: 'a' }, b: { value: 'b' }, c: { value: 'c' } } });
  });

  it('keeps an alias that objects have by nature as a key of its own', () => {
    const state = finishedFrom(run().complete('a').complete('b'), 'a', 'b');
    const output = executionOutput(state, (id) => (id === 'a' ? '__proto__' : 'b'));

    expect(output.kind === 'many' && Object.keys(output.refs)).toEqual(['__proto__', 'b']);
  });

  it('takes the main port, else the first live one', () => {
    const told = run().append(
      {
        type: 'node.completed',
        nodeId: 'a',
        attempt: 1,
        ports: { true: { value: 1 }, main: { value: 2 } },
        startedAtMs: 0,
        durationMs: 0,
      },
      {
        type: 'node.completed',
        nodeId: 'b',
        attempt: 1,
        ports: { true: { value: 3 } },
        startedAtMs: 0,
        durationMs: 0,
      },
    );

    expect(executionOutput(finishedFrom(told, 'a', 'b'), (id) => id)).toMatchObject({
      refs: { a: { value: 2 }, b: { value: 3 } },
    });
  });
});

describe('progress', () => {
  it('is the share of the nodes that take part and came to an end', () => {
    const told = new Scenario(graph);
    expect(progress(told.state, told.graph)).toBe(0);
    expect(progress(told.start().state, told.graph)).toBe(0);
    expect(progress(told.complete('t').state, told.graph)).toBe(25);
    expect(progress(told.complete('b', 'none').state, told.graph)).toBe(50);
    told.settle();
    expect(progress(told.state, told.graph)).toBe(75);
    told.complete('a');
    expect(progress(told.state, told.graph)).toBe(99);
    told.settle();
    expect(progress(told.state, told.graph)).toBe(100);
  });

  it('does not count nodes that the end of the run skipped', () => {
    const told = run().append(cancel);
    told.settle();

    expect(told.state.status).toBe('cancelled');
    expect(progress(told.state, told.graph)).toBe(25);
  });

  it('is 0 for a trigger that the graph does not know', () => {
    const told = new Scenario(graph).start('gone');

    expect(progress(told.state, told.graph)).toBe(0);
  });
});

describe('phase and runtimeStatus', () => {
  const event = { kind: 'event' as const, name: 'e' };
  const timer = { kind: 'timer' as const, until: isoAt(1_000) };
  const fatal = failureOf({ fault: 'user' });

  it.each<[string, (told: Scenario) => Scenario, string, string]>([
    ['runs', (told) => told, 'running', 'RUNNING'],
    ['waits for a timer', (told) => told.wait('a', timer), 'waiting_for_timer', 'RUNNING'],
    ['waits for an event', (told) => told.wait('a', event), 'waiting_for_event', 'RUNNING'],
    ['waits for both', (told) => told.wait('a', event).wait('b', timer), 'waiting_for_event', 'RUNNING'],
    ['waits for a retry', (told) => told.fail('a'), 'retrying', 'RUNNING'],
    ['waits for a retry and a timer', (told) => told.fail('a').wait('b', timer), 'waiting_for_timer', 'RUNNING'],
    ['is paused', (told) => told.wait('a', event).append({ type: 'workflow.paused' }), 'paused', 'SUSPENDED'],
    ['is being cancelled', (told) => told.begin('a').append(cancel), 'cancelling', 'RUNNING'],
    ['is failing', (told) => told.begin('a').fail('b', fatal), 'failing', 'RUNNING'],
    ['was cancelled', (told) => settled(told.append(cancel)), 'cancelled', 'CANCELED'],
    ['was terminated', (told) => settled(told.append({ ...cancel, terminate: true })), 'terminated', 'TERMINATED'],
    ['failed', (told) => settled(told.fail('b', fatal)), 'failed', 'FAILED'],
    ['completed', (told) => settled(told.complete('a').complete('b').complete('c')), 'completed', 'COMPLETED'],
  ])('of a run that %s', (_name, tell, expectedPhase, expectedStatus) => {
    const { state } = tell(run());

    expect(phase(state)).toBe(expectedPhase);
    expect(runtimeStatus(state)).toBe(expectedStatus);
  });

  it('of a run before its start', () => {
    expect(phase(initialState())).toBe('pending');
    expect(runtimeStatus(initialState())).toBe('PENDING');
  });
});

describe('stepSummaries', () => {
  it('tells of every node that takes part, in order', () => {
    const told = run().at(5).begin('a').at(7).fail('a').begin('b').at(20).complete('b');
    const steps = stepSummaries(told.state, told.graph);

    expect(steps.map((step) => [step.nodeId, step.status, step.attempts])).toEqual([
      ['t', 'completed', 1],
      ['a', 'waiting', 1],
      ['b', 'completed', 1],
      ['c', 'pending', 0],
    ]);
    expect(steps[1]).toMatchObject({ startedAtMs: EPOCH_MS + 5, error: failureOf(), retryAtMs: EPOCH_MS + 1_007 });
    expect(steps[2]).toMatchObject({ output: { value: 'b' }, finishedAtMs: EPOCH_MS + 20, durationMs: 0 });
    expect(steps[1]?.output).toBeUndefined();
    expect(steps[3]).toEqual({ nodeId: 'c', status: 'pending', attempts: 0, ports: {} });
  });

  it('tells of the whole graph before the start', () => {
    const { graph: compiled } = new Scenario(graph);
    const steps = stepSummaries(initialState(), compiled);

    expect(steps.map((step) => step.nodeId)).toEqual(compiled.order);
  });
});

function settled(told: Scenario): Scenario {
  told.settle();
  return told;
}
