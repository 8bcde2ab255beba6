import fc from 'fast-check';
import type { Command } from './command';
import { decide } from './decide';
import type { ExecutionEvent } from './event';
import { evolve, fold, initialState } from './evolve';
import { edgesWithin, isLiveEdge, isSettled, participants, verdictOn } from './testing/oracle';
import { plans } from './testing/plans';
import { SimulatedRunner, type Plan } from './testing/simulated-runner';
import { executionOutput, progress, stepSummaries } from './views';

const RUNS = 500;

/** Holds for every run: checks a finished one. */
function everyRun(check: (runner: SimulatedRunner, plan: Plan) => void, numRuns = RUNS): void {
  fc.assert(
    fc.property(plans, (plan) => check(new SimulatedRunner(plan).run('n0'), plan)),
    { numRuns },
  );
}

function nodeOf(event: ExecutionEvent): string | undefined {
  return 'nodeId' in event ? event.nodeId : undefined;
}

/** Events that say a node is at work or has been. */
function isWork({ type }: ExecutionEvent): boolean {
  return ['node.started', 'node.completed', 'node.reused', 'node.retrying', 'node.failed', 'node.waiting'].includes(
    type,
  );
}

function runCommands(commands: readonly Command[]): string[] {
  return commands.flatMap((command) => (command.kind === 'run-node' ? [command.nodeId] : []));
}

describe('any run', () => {
  it('ends, with one terminal event as its last', () => {
    everyRun(({ events }) => {
      const ends = events.filter((event) => event.type === 'workflow.finished');

      expect(ends).toEqual([events.at(-1)]);
    });
  });

  it('brings every node that takes part to a terminal status, and touches no other', () => {
    everyRun(({ graph, state }) => {
      const scope = participants(graph, state);

      expect([...state.nodes.keys()].sort()).toEqual([...scope].sort());
      for (const id of scope) expect(isSettled(state.nodes.get(id))).toBe(true);
      expect(state.tally).toEqual({ running: 0, waiting: 0, again: 0 });
    });
  });

  it('respects the edges: a node begins only when its join lets it', () => {
    everyRun(({ graph, events }) => {
      let state = initialState();
      for (const event of events) {
        const id = nodeOf(event);
        const first = id !== undefined && !state.nodes.has(id);
        if (first && isWork(event)) expect([id, verdictOn(graph, state, id)]).toEqual([id, 'ready']);
        if (first && event.type === 'node.skipped' && event.reason === 'dead-path') {
          const sources = graph.nodes.get(id)?.incoming ?? [];
          expect(sources.some((edge) => isLiveEdge(state, edge))).toBe(false);
        }
        state = evolve(state, event);
      }
    });
  });

  it('runs no node again without a retry, an interruption or a wake', () => {
    everyRun(({ events, runs }) => {
      for (const [id, count] of runs) {
        const reasons = events.filter(
          (event) => nodeOf(event) === id && ['node.retrying', 'node.interrupted', 'node.woken'].includes(event.type),
        );
        expect(count).toBeLessThanOrEqual(1 + reasons.length);
      }
    });
  });

  it('runs no node whose result is known, and gives it that result if its turn comes', () => {
    everyRun(({ state, runs, events }, { reuse = {} }) => {
      for (const [id, result] of Object.entries(reuse)) {
        const node = state.nodes.get(id);
        expect(runs.get(id)).toBeUndefined();
        expect([undefined, 'completed', 'skipped']).toContain(node?.status);
        if (node?.status === 'completed') expect(node).toMatchObject({ ports: result.ports, reused: result.from });
      }
      const reused = events.flatMap((event) => (event.type === 'node.reused' ? [event.nodeId] : []));
      expect(reused.filter((id) => !Object.hasOwn(reuse, id))).toEqual([]);
    });
  });

  it('counts attempts up by one, and records one outcome for each node', () => {
    everyRun(({ graph, events, state }) => {
      for (const id of participants(graph, state)) {
        const own = events.filter((event) => nodeOf(event) === id);
        const attempts = own.flatMap((event) => ('attempt' in event ? [event.attempt] : []));
        for (const [index, attempt] of attempts.entries()) {
          expect(attempt - (attempts[index - 1] ?? 1)).toBeGreaterThanOrEqual(0);
          expect(attempt - (attempts[index - 1] ?? 1)).toBeLessThanOrEqual(1);
        }
        const ends = ['node.completed', 'node.reused', 'node.failed', 'node.skipped', 'node.cancelled'];
        expect(own.filter(({ type }) => ends.includes(type))).toEqual([own.at(-1)]);
        expect(state.nodes.get(id)?.interruptions).toBeLessThanOrEqual(3);
      }
    });
  });

  it('begins nothing after it was to stop, and nothing while it is paused', () => {
    everyRun(({ decisions }) => {
      for (const { state, commands } of decisions) {
        if (state.stop !== undefined || state.paused) expect(runCommands(commands)).toEqual([]);
      }
    });
  });

  it('never does anything early', () => {
    everyRun(({ events }) => {
      let state = initialState();
      for (const event of events) {
        const node = state.nodes.get(nodeOf(event) ?? '');
        if (event.type === 'node.started' && node?.retryAtMs !== undefined) {
          expect(event.atMs).toBeGreaterThanOrEqual(node.retryAtMs);
        }
        if (event.type === 'node.woken' && event.wake.kind !== 'event') {
          expect(event.atMs).toBeGreaterThanOrEqual(node?.dueAtMs ?? Infinity);
        }
        state = evolve(state, event);
      }
    });
  });

  it('gives exactly the starts and skips that the rules read off the whole state give', () => {
    everyRun(({ graph, decisions }, { reuse = {} }) => {
      for (const { state, commands, nowMs } of decisions) {
        const [first] = commands;
        if (state.stop !== undefined || state.paused || first?.kind === 'record') continue;
        const scope = participants(graph, state);
        const untouched = scope.filter((id) => !state.nodes.has(id));
        const again = scope.filter((id) => {
          const node = state.nodes.get(id);
          return node?.status === 'pending' || (node?.retryAtMs ?? Infinity) <= nowMs;
        });
        const ready = untouched.filter((id) => verdictOn(graph, state, id) === 'ready');

        expect(untouched.filter((id) => verdictOn(graph, state, id) === 'dead')).toEqual([]);
        expect(ready.filter((id) => Object.hasOwn(reuse, id))).toEqual([]);
        expect(new Set(runCommands(commands))).toEqual(new Set([...ready, ...again]));
      }
    });
  });

  it('reads the same from its history, at every event', () => {
    everyRun(({ graph, events, decisions }) => {
      for (const { seq, nowMs, state, commands } of decisions) {
        const read = fold(initialState(), events.slice(0, seq));

        expect(read).toEqual(state);
        expect(decide(graph, read, nowMs)).toEqual(commands);
        expect(decide(graph, state, nowMs)).toEqual(commands);
      }
    }, 200);
  });

  it('folds the same in one piece and in two', () => {
    everyRun(({ events, state }) => {
      for (const cut of events.keys()) {
        const prefix = fold(initialState(), events.slice(0, cut));
        expect(fold(prefix, events.slice(cut))).toEqual(state);
        expect(fold(prefix, events)).toEqual(state);
      }
    }, 200);
  });

  it('completes only when nothing stopped it, with every skip a dead path', () => {
    everyRun(({ graph, state }) => {
      if (state.status !== 'completed') return;
      const scope = participants(graph, state);
      const reasons = scope.flatMap((id) => state.nodes.get(id)?.skipReason ?? []);

      expect(state.stop).toBeUndefined();
      expect(new Set(reasons)).toEqual(new Set(reasons.length > 0 ? ['dead-path'] : []));
      for (const id of scope) {
        const live = (graph.nodes.get(id)?.incoming ?? []).some((edge) => isLiveEdge(state, edge));
        const begins = edgesWithin(graph, state, id).length === 0;
        expect(state.nodes.get(id)?.status).toBe(live || begins ? 'completed' : 'skipped');
      }
    });
  });

  it('tells why it failed or that it was cancelled', () => {
    everyRun(({ events, state }) => {
      const cause = events.find(({ type }) =>
        ['node.failed', 'workflow.timed_out', 'workflow.cancel_requested'].includes(type),
      );
      if (state.status === 'completed') expect(cause).toBeUndefined();
      if (state.status === 'failed') expect(state.error?.code).toEqual(expect.any(String));
      if (cause?.type === 'workflow.cancel_requested') expect(state.status).toBe('cancelled');
    });
  });

  it('only makes progress, and is at 100 exactly when completed', () => {
    everyRun(({ graph, events }) => {
      let state = initialState();
      let before = 0;
      for (const event of events) {
        state = evolve(state, event);
        const now = progress(state, graph);
        expect(now).toBeGreaterThanOrEqual(before);
        expect(now === 100).toBe(state.status === 'completed');
        before = now;
      }
    });
  });

  it('has a result from nodes that completed, and a summary of every node', () => {
    everyRun(({ graph, state }) => {
      const output = executionOutput(state, (id) => id);

      expect(stepSummaries(state, graph).map((step) => step.nodeId)).toEqual(participants(graph, state));
      for (const id of state.outputFrom ?? []) expect(state.nodes.get(id)?.status).toBe('completed');
      if (output.kind === 'many') expect(Object.keys(output.refs).length).toBeGreaterThan(1);
    });
  });
});

describe('the plans', () => {
  it('cover every kind of event and every way to end', () => {
    const seen = new Set<string>();
    for (const plan of fc.sample(plans, { numRuns: 1_000, seed: 1 })) {
      const { events, state } = new SimulatedRunner(plan).run('n0');
      for (const { type } of events) seen.add(type);
      seen.add(state.terminated ? 'terminated' : state.status).add(state.error?.code ?? 'no error');
    }
    const types = [
      'started',
      'completed',
      'reused',
      'failed',
      'retrying',
      'waiting',
      'woken',
      'interrupted',
      'skipped',
      'cancelled',
    ];

    for (const type of types) expect(seen).toContain(`node.${type}`);
    for (const type of ['paused', 'resumed', 'timed_out', 'cancel_requested'])
      expect(seen).toContain(`workflow.${type}`);
    for (const end of ['completed', 'failed', 'cancelled', 'terminated', 'WORKER_LOST', 'WORKFLOW_TIMEOUT']) {
      expect(seen).toContain(end);
    }
  });
});
