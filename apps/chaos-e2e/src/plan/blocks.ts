import type { JsonObject } from '@millrace/workflow-model';
import type { Random } from './random';
import type { End, NodeWish, Sketch } from './sketch';

/** A drawn piece: where it ends, and what it makes of the number that goes in. Every end gives an object with the number `n`. */
export interface Piece {
  readonly end: End;
  readonly turns: (n: number) => number;
}

/** What a piece is drawn with. */
export interface Pen {
  readonly sketch: Sketch;
  readonly random: Random;
  /** Workflows that may be started from here. */
  readonly callable: readonly { readonly name: string; readonly expected: (n: number) => number }[];
}

type Block = (pen: Pen, from: End) => Piece;

const RETRY = { maxAttempts: 6, backoff: 'fixed', baseMs: 200, maxMs: 200 };
const N = { n: '{{ input.n }}' };

/** A call of the canary that gives `n` plus `delta`. */
export function call(route: string, body: JsonObject = N, more: Omit<NodeWish, 'config'> = {}): NodeWish {
  return {
    config: ({ canary }) => ({ method: 'POST', url: `${canary}${route}`, body, timeoutMs: 30_000 }),
    ...more,
    // A worker that stood still finds its connections closed: that is a failure of the network, and tried again.
    settings: { retry: RETRY, ...more.settings },
  };
}

/** A pure node that gives `{ n: <expression> }`. */
export function compute(expression: string): NodeWish {
  return { config: { include: 'none', mappings: { n: { $expr: expression } } } };
}

/** An effect in the outside world, sometimes a slow one, one that fails at first, or one that needs a secret. */
const effect: Block = ({ sketch, random }, from) => {
  const delta = random.whole(1, 9);
  const kind = random.pick(['plain', 'plain', 'plain', 'slow', 'flaky', 'secret'] as const);
  const route = {
    plain: `/add/${delta}`,
    slow: `/slow/${random.whole(300, 2_500)}/${delta}`,
    flaky: `/flaky/${random.whole(1, 3)}/${delta}`,
    secret: `/secret/${delta}`,
  }[kind];
  const more = {
    ...(kind === 'secret' && { withAccount: true as const }),
  };
  sketch.effects += 1;
  return { end: sketch.node('http-request', [from], call(route, N, more)), turns: (n) => n + delta };
};

const timer: Block = ({ sketch, random }, from) => ({
  end: sketch.node('timer', [from], { config: { duration: `PT${random.pick([0.3, 0.7, 1.5, 3, 6])}S` } }),
  turns: (n) => n,
});

/** Approvals whose event is called `go_…` are answered, `yes` or `no` as the name says; those called `late_…` never. */
const approval: Block = ({ sketch, random }, from) => {
  const kind = random.pick(['go_yes', 'go_no', 'late'] as const);
  const config = { eventName: kind, ...(kind === 'late' ? { timeout: `PT${random.whole(1, 4)}S` } : {}) };
  const { id } = sketch.node('approval-gate', [from], { config });
  const port = { go_yes: 'approved', go_no: 'rejected', late: 'timeout' }[kind];
  return { end: sketch.node('transformer', [{ id, port }], compute('input.n + 1')), turns: (n) => n + 1 };
};

/** The node setting forEach: one call for each of three items. */
const forEach: Block = ({ sketch, random }, from) => {
  const before = sketch.node('transformer', [from], compute('input.n'));
  const settings = { forEach: { items: [1, 2, 3], concurrency: random.whole(1, 3), onItemError: 'stop' } };
  const list = sketch.node('http-request', [before], call('/add/1', { n: '{{ item }}' }, { settings }));
  sketch.effects += 3;
  const sum = `${before.id}.n + ${list.id}.data[0].n + ${list.id}.data[1].n + ${list.id}.data[2].n`;
  return { end: sketch.node('transformer', [list], compute(sum)), turns: (n) => n + 9 };
};

/** A loop container with an effect, and perhaps a wait, in each turn. */
const loop: Block = ({ sketch, random }, from) => {
  const before = sketch.node('transformer', [from], compute('input.n'));
  const config = { items: [1, 2, 3], concurrency: random.whole(1, 3) };
  const { id } = sketch.node('loop', [before], { config });
  const wait = random.pick(['none', 'timer', 'approval'] as const);
  let first = sketch.node('http-request', [], call('/add/1', { n: '{{ item }}' }), id);
  if (wait === 'timer') first = sketch.node('timer', [first], { config: { duration: 'PT0.8S' } }, id);
  if (wait === 'approval') {
    const gate = sketch.node('approval-gate', [first], { config: { eventName: 'go_yes_{{ index }}' } }, id);
    first = { id: gate.id, port: 'approved' };
  }
  sketch.node('http-request', [first], call('/add/2'), id);
  sketch.effects += 6;
  const sum = `${before.id}.n + ${id}.data[0].n + ${id}.data[1].n + ${id}.data[2].n`;
  return { end: sketch.node('transformer', [{ id, port: 'main' }], compute(sum)), turns: (n) => n + 15 };
};

/** A loop in a loop; the inner one has a turn that fails, which does not matter. */
const nestedLoop: Block = ({ sketch }, from) => {
  const before = sketch.node('transformer', [from], compute('input.n'));
  const { id } = sketch.node('loop', [before], {
    config: {
      items: [
        [1, 2],
        [3, 4],
      ],
      concurrency: 2,
    },
  });
  const { id: inner } = sketch.node('loop', [], { config: { items: '{{ item }}', onTurnError: 'continue' } }, id);
  sketch.node('http-request', [], call('/odd', { n: '{{ item }}' }), inner);
  const good = sketch.node('transformer', [{ id: inner, port: 'main' }], compute(`${inner}.data[0].n`), id);
  sketch.node('timer', [good], { config: { duration: 'PT0.5S' } }, id);
  sketch.effects += 4;
  const sum = `${before.id}.n + ${id}.data[0].n + ${id}.data[1].n`;
  return { end: sketch.node('transformer', [{ id, port: 'main' }], compute(sum)), turns: (n) => n + 4 };
};

/** Three turns until the condition holds. */
const repeat: Block = ({ sketch }, from) => {
  const before = sketch.node('transformer', [from], compute('input.n'));
  const { id } = sketch.node('repeat', [before], { config: { until: { $expr: 'count >= 3' } } });
  sketch.node('http-request', [], call('/add/5', { n: 1 }), id);
  sketch.effects += 3;
  const sum = `${before.id}.n + ${id}.data.n`;
  return { end: sketch.node('transformer', [{ id, port: 'main' }], compute(sum)), turns: (n) => n + 6 };
};

/** A child run, with or without waiting for it. */
const child: Block = (pen, from) => {
  const { sketch, random, callable } = pen;
  if (callable.length === 0) return effect(pen, from);
  const called = random.pick(callable);
  const wait = random.happens(0.7);
  const before = sketch.node('transformer', [from], compute('input.n'));
  const { id } = sketch.node('run-workflow', [before], {
    config: ({ workflows }) => ({ workflowId: workflows.get(called.name) ?? '', input: { n: '{{ input.n }}' }, wait }),
  });
  sketch.children.push(called.name);
  const value = wait ? 'input.n' : `${before.id}.n`;
  return {
    end: sketch.node('transformer', [{ id, port: 'main' }], compute(value)),
    turns: wait ? called.expected : (n) => n,
  };
};

/** A call that is refused, and a way around it. */
const refused: Block = ({ sketch, random }, from) => {
  const before = sketch.node('transformer', [from], compute('input.n'));
  const onError = random.pick(['continue', 'error-port'] as const);
  const { id } = sketch.node('http-request', [before], call('/refuse', N, { settings: { onError } }));
  sketch.effects += 1;
  const port = onError === 'continue' ? 'main' : 'error';
  return { end: sketch.node('transformer', [{ id, port }], compute(`${before.id}.n + 3`)), turns: (n) => n + 3 };
};

/** Two branches of which one is dead. */
const branch: Block = ({ sketch, random }, from) => {
  const { id } = sketch.node('condition', [from], {
    config: { field: { $expr: 'int(input.n) % 2' }, operator: 'equals', value: 0 },
  });
  const route = (port: string, delta: number): End =>
    sketch.node('http-request', [{ id, port }], call(`/add/${delta}`));
  const [even, odd] = [random.whole(1, 9), random.whole(1, 9)];
  sketch.effects += 1;
  const ends = [route('true', even), route('false', odd)];
  return { end: sketch.node('transformer', ends, compute('input.n')), turns: (n) => n + (n % 2 === 0 ? even : odd) };
};

/** Two live branches, joined when both are through, or as soon as one is. */
const parallel: Block = ({ sketch, random }, from) => {
  const join = random.pick(['all', 'any'] as const);
  const quick = sketch.node('http-request', [from], call('/add/4'));
  const pause = sketch.node('timer', [from], { config: { duration: 'PT1S' } });
  const slow = sketch.node('http-request', [pause], call('/add/4'));
  sketch.effects += 2;
  const end = sketch.node('transformer', [quick, slow], { ...compute('input.n'), settings: { join } });
  return { end, turns: (n) => n + 4 };
};

/** All pieces, the plain effect several times. */
export const BLOCKS: readonly Block[] = [
  ...[effect, effect, effect, timer, approval, forEach, loop, nestedLoop],
  ...[repeat, child, child, refused, branch, parallel],
];
