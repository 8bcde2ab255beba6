import fc from 'fast-check';
import { decide } from './decide';
import type { ExecutionEvent } from './event';
import { evolve, fold, initialState } from './evolve';
import { isHalted } from './loop';
import { placesOn } from './place';
import type { ExecutionState, LoopState } from './state';
import { isSettled } from './testing/oracle';
import { plansWithLoops } from './testing/plans';
import { SimulatedRunner } from './testing/simulated-runner';
import { nodeKey } from './turn-path';

/** Holds for every run with loops: checks a finished one. */
function everyRun(check: (runner: SimulatedRunner) => void, numRuns = 400): void {
  fc.assert(
    fc.property(plansWithLoops, (plan) => check(new SimulatedRunner(plan).run('n0'))),
    { numRuns },
  );
}

/** Every loop of a run, those in turns too. */
function loopsOf(state: ExecutionState): LoopState[] {
  return [...state.nodes.values()].flatMap(({ loop }) =>
    loop === undefined ? [] : [loop, ...[...loop.turns.values()].flatMap(loopsOf)],
  );
}

function keyOfEvent(event: ExecutionEvent): string | undefined {
  return 'nodeId' in event ? nodeKey(event) : undefined;
}

describe('any run with loops', () => {
  it('ends, with one terminal event as its last', () => {
    everyRun(({ events }) => {
      expect(events.filter(({ type }) => type === 'workflow.finished')).toEqual([events.at(-1)]);
    });
  });

  it('brings every turn that began to its end, and every node in it', () => {
    everyRun(({ state }) => {
      for (const loop of loopsOf(state)) {
        expect(loop).toMatchObject({ active: [], busy: 0, finished: loop.begun });
        expect(loop.turns.size).toBe(loop.begun);
        for (const turn of loop.turns.values()) {
          expect(['completed', 'failed', 'cancelled']).toContain(turn.status);
          expect(turn.tally).toEqual({ running: 0, waiting: 0, again: 0 });
          for (const node of turn.nodes.values()) expect(isSettled(node)).toBe(true);
        }
      }
    });
  });

  it('completes only with loops that had all their turns, or were told to stop at an error', () => {
    everyRun(({ state }) => {
      if (state.status !== 'completed') return;
      for (const loop of loopsOf(state)) if (!isHalted(loop)) expect(loop.begun).toBe(loop.count);
    });
  });

  it('has no more turns at once than it may, and begins none after a failure that stops it', () => {
    everyRun(({ events }) => {
      let state = initialState();
      for (const event of events) {
        if (event.type === 'turn.started') {
          const loop = placeBefore(state, event)?.nodes.get(event.nodeId)?.loop;
          expect(loop && isHalted(loop)).toBe(false);
          expect(loop?.active.length).toBeLessThan(loop?.concurrency ?? 0);
        }
        state = evolve(state, event);
      }
    });
  });

  it('runs no node of any turn again without a retry, an interruption, a wake or turns', () => {
    everyRun(({ events, runs }) => {
      for (const [key, count] of runs) {
        const reasons = events.filter(
          (event) =>
            keyOfEvent(event) === key && ['node.retrying', 'node.interrupted', 'node.woken'].includes(event.type),
        );
        expect(count).toBeLessThanOrEqual(1 + reasons.length);
      }
    });
  });

  it('tells each turn as a run of its own', () => {
    everyRun(({ events, state, graph }) => {
      for (const event of events) {
        if (event.type !== 'turn.finished') continue;
        const path = `${nodeKey(event)}/${event.turn}`;
        const inside = events.filter((other) => other.path === path || other.path?.startsWith(`${path}/`));
        const began: ExecutionState = { ...initialState(), turn: event.turn, status: 'running' };
        const own = inside.map(({ path: place = '', ...rest }) => {
          const left = place.slice(path.length + 1);
          return (left === '' ? rest : { ...rest, path: left }) as ExecutionEvent;
        });
        const turn = placesOn(graph, state, path)?.at(-1)?.state;
        expect(Object.fromEntries(fold(began, own).nodes)).toEqual(Object.fromEntries(turn?.nodes ?? []));
      }
    }, 200);
  });

  it('reads the same from its history, at every event', () => {
    everyRun(({ graph, events, decisions }) => {
      for (const { seq, nowMs, state, commands } of decisions) {
        const read = fold(initialState(), events.slice(0, seq));
        expect(read).toEqual(state);
        expect(decide(graph, read, nowMs)).toEqual(commands);
      }
    }, 100);
  });

  it('begins nothing in turns while it is paused or stopping', () => {
    everyRun(({ decisions }) => {
      for (const { state, commands } of decisions) {
        if (!state.paused && state.stop === undefined) continue;
        const kinds = commands.flatMap((command) =>
          command.kind === 'record' ? command.events.map(({ type }) => type) : command.kind,
        );
        expect(kinds).not.toContain('run-node');
        expect(kinds).not.toContain('turn.started');
      }
    });
  });

  it('waits only when nothing in it can go on by itself', () => {
    everyRun(({ decisions }) => {
      for (const { state, commands } of decisions) {
        if (state.status !== 'waiting') continue;
        expect(commands.filter(({ kind }) => kind === 'abort-node')).toEqual([]);
        expect(loopsOf(state).every(({ busy }) => busy === 0)).toBe(true);
      }
    });
  });
});

function placeBefore(state: ExecutionState, { path }: ExecutionEvent): ExecutionState | undefined {
  let place: ExecutionState | undefined = state;
  const hops = path?.split('/') ?? [];
  for (let hop = 0; hop < hops.length; hop += 2) {
    place = place?.nodes.get(hops[hop] ?? '')?.loop?.turns.get(hops[hop + 1] ?? '');
  }
  return place;
}

describe('the plans with loops', () => {
  it('cover turns that fail, wait, are tried again and hold loops, and loops that ask again', () => {
    const seen = new Set<string>();
    for (const plan of fc.sample(plansWithLoops, { numRuns: 1_000, seed: 1 })) {
      const { events } = new SimulatedRunner(plan).run('n0');
      for (const event of events) {
        const depth = (event.path?.split('/').length ?? 0) / 2;
        seen.add(`${event.type} at ${depth}`);
        if (event.type === 'turn.finished') seen.add(`turn ${event.status} at ${depth}`);
      }
      if (events.filter(({ type, path }) => type === 'node.iterating' && path === undefined).length > 1)
        seen.add('again');
    }
    const inside = ['completed', 'failed', 'retrying', 'waiting', 'woken', 'interrupted', 'skipped', 'cancelled'];

    for (const type of inside) expect(seen).toContain(`node.${type} at 1`);
    for (const status of ['completed', 'failed', 'cancelled']) expect(seen).toContain(`turn ${status} at 0`);
    for (const what of ['node.iterating at 1', 'turn completed at 1', 'node.completed at 2', 'again'])
      expect(seen).toContain(what);
  });
});
