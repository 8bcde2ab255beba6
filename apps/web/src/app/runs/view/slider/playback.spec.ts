import type { ExecutionEvent } from '@millrace/engine';
import { EditorSession, NodeCatalogue } from '@millrace/web-canvas';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { parseDocument } from '@millrace/workflow-model/checks';
import { Playback } from './playback';
import { marksOf, momentsOf, pauseBefore } from './run-moments';

const facts = { attempt: 1, startedAtMs: 0, durationMs: 1 };
const error = { code: 'X', fault: 'user' as const, message: 'No.' };
const BODIES = [
  { type: 'workflow.started', triggerNodeId: 'a', trigger: { value: 1 }, nodeCount: 2 },
  { type: 'node.completed', nodeId: 'a', ports: { main: { value: 1 } }, ...facts },
  { type: 'node.retrying', nodeId: 'b', attempt: 1, error, retryAt: '2026-01-01T00:00:00Z' },
  { type: 'node.waiting', nodeId: 'b', attempt: 2, startedAtMs: 0, wait: { kind: 'event', name: 'go' } },
  { type: 'node.failed', nodeId: 'b', error, ...facts, attempt: 2 },
  { type: 'workflow.finished', status: 'failed', outputFrom: [], error },
];
const EVENTS = BODIES.map((body, index) => ({ ...body, seq: index + 1, atMs: index * 1_000 })) as ExecutionEvent[];
const document = parseDocument({
  id: 'w',
  name: 'W',
  nodes: ['a', 'b'].map((id) => ({ id, type: 'no-op', label: id })),
  edges: [],
}).document as WorkflowDocument;

interface Made {
  readonly play: Playback;
  readonly run: EditorSession['run'];
  /** Lets the time pass until the next event is shown; answers how long that took. */
  tick(): number;
}

function made(events = EVENTS): Made {
  const { run } = new EditorSession({ catalogue: new NodeCatalogue([]) });
  run.show({ executionId: 'r', versionId: 'v', document, events });
  const due: { ms: number; call: () => void }[] = [];
  const play = new Playback(run, (ms, call) => {
    const entry = { ms, call };
    due.push(entry);
    return () => void due.splice(due.indexOf(entry), 1);
  });
  return {
    ...{ play, run },
    tick: () => {
      const entry = due.shift();
      entry?.call();
      return entry?.ms ?? 0;
    },
  };
}

describe('going over a run', () => {
  it('begins at the end, and follows it', () => {
    const { play, run } = made(EVENTS.slice(0, 3));
    expect([play.seq(), play.last(), play.isAtEnd()]).toEqual([3, 3, true]);
    run.receive(EVENTS.slice(3));
    expect([play.seq(), play.last()]).toEqual([6, 6]);
  });

  it('stays where somebody went, whatever comes', () => {
    const { play, run } = made(EVENTS.slice(0, 3));
    play.go(2);
    run.receive(EVENTS.slice(3));
    expect([play.seq(), play.last(), play.isAtEnd(), run.status()]).toEqual([2, 6, false, 'running']);
    play.end();
    expect([play.seq(), run.status()]).toEqual([6, 'failed']);
  });

  it('goes event by event, and not beyond', () => {
    const { play } = made();
    play.step(-1);
    expect(play.seq()).toBe(5);
    play.go(0);
    expect(play.seq()).toBe(1);
    play.step(99);
    expect([play.seq(), play.isAtEnd()]).toEqual([6, true]);
  });

  it('goes from failure to wait to failure', () => {
    const { play } = made();
    const seqs = [1, 1, 1, 1, 1].map(() => {
      play.jump(-1);
      return play.seq();
    });
    expect(seqs).toEqual([5, 4, 3, 1, 1]);
    play.jump(1);
    expect(play.event()?.type).toBe('node.retrying');
  });

  it('plays from the beginning to the end, faster where it was slow', () => {
    const { play, run, tick } = made();
    play.speed.set(4);
    play.play();
    expect([play.seq(), play.isPlaying(), run.status()]).toEqual([1, true, 'running']);
    expect([tick(), play.seq()]).toEqual([250, 2]);
    for (let count = 0; count < 4; count += 1) tick();
    expect([play.seq(), play.isPlaying(), play.isAtEnd()]).toEqual([6, false, true]);
  });

  it('stops playing when somebody goes elsewhere, and goes on from there', () => {
    const { play, tick } = made();
    play.play();
    play.go(3);
    expect([play.isPlaying(), tick()]).toEqual([false, 0]);
    play.toggle();
    tick();
    expect(play.seq()).toBe(4);
    play.toggle();
    expect(play.isPlaying()).toBe(false);
  });

  it('has nothing to play without events', () => {
    const { play } = made([]);
    play.play();
    expect([play.isPlaying(), play.event()]).toEqual([false, undefined]);
  });
});

describe('moments', () => {
  it('are failures, waits and the end', () => {
    expect(momentsOf(EVENTS).map(({ seq, kind }) => `${seq} ${kind}`)).toEqual([
      '3 failure',
      '4 wait',
      '5 failure',
      '6 end',
    ]);
  });

  it('are drawn once where they lie too close', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ seq: index + 1, kind: 'wait' as const }));
    expect(marksOf(many, 10_000).length).toBeLessThanOrEqual(201);
    expect(marksOf([{ seq: 1, kind: 'end' }], 1)).toEqual([{ seq: 1, kind: 'end', place: 0 }]);
  });

  it('are never waited for long', () => {
    const slow = [EVENTS[0], { ...EVENTS[1], atMs: 9_000_000 }] as ExecutionEvent[];
    expect(pauseBefore(slow, 1, 1)).toBe(1_200);
    expect(pauseBefore(slow, 1, 1_000)).toBe(30);
    expect(pauseBefore(slow, 2, 1)).toBe(30);
  });
});
