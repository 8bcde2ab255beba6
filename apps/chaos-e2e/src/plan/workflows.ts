import type { Json, JsonObject } from '@millrace/workflow-model';
import { BLOCKS, call, compute } from './blocks';
import type { Random } from './random';
import type { End, NodeWish, Places } from './sketch';
import { Sketch } from './sketch';

/** What starts the runs of a planned workflow; `call` is another workflow. */
export type StartKind = 'webhook' | 'api' | 'schedule' | 'event' | 'call';

/** A workflow of which every run leads to a known result. */
export interface PlannedWorkflow {
  readonly name: string;
  readonly start: StartKind;
  /** Name of the event that starts it, when events do. */
  readonly event?: string;
  /** Seconds between two instants, when a schedule starts it. */
  readonly everySeconds?: number;
  readonly document: (places: Places) => Json;
  /** The number `n` of the result, from that of the trigger. */
  readonly expected: (n: number) => number;
  readonly fails: boolean;
  /** Idempotency keys that one run shows to the canary, without those of its children. */
  readonly effects: number;
  readonly children: readonly string[];
  readonly publishes?: string;
}

interface Start {
  readonly kind: StartKind;
  readonly event?: string;
  readonly everySeconds?: number;
}

/** No more than so many runs at a time; the others queue, and none is lost. */
const LIMITED: JsonObject = { concurrency: { limit: 3, onLimit: 'queue' } };
const PRIORITIES = ['low', 'normal', 'high'] as const;

/** Names of the events that runs publish. */
export const EVENTS = ['chaos.one', 'chaos.two'] as const;

function trigger({ kind, event, everySeconds }: Start): { type: string; wish: NodeWish; n: string } {
  switch (kind) {
    case 'webhook':
      return { type: 'webhook-trigger', wish: { config: { auth: 'none', methods: ['POST'] } }, n: 'trigger.n' };
    case 'api':
    case 'call':
      return { type: 'manual-trigger', wish: {}, n: 'trigger.n' };
    case 'event':
      return { type: 'event-trigger', wish: { config: { eventName: event ?? '' } }, n: 'trigger.payload.n' };
    case 'schedule': {
      const every = { value: everySeconds ?? 5, unit: 'seconds' };
      return { type: 'schedule-trigger', wish: { config: { mode: 'interval', every, misfire: 'run-once' } }, n: '7' };
    }
  }
}

interface Wish {
  readonly name: string;
  readonly start: Start;
  readonly blocks: number;
  readonly callable: readonly PlannedWorkflow[];
  readonly publishes?: string;
  readonly fails?: boolean;
  /** Settings of the workflow. */
  readonly settings?: JsonObject;
}

function draw(
  random: Random,
  { name, start, blocks, callable, publishes, fails = false, settings }: Wish,
): PlannedWorkflow {
  const sketch = new Sketch();
  const { type, wish, n } = trigger(start);
  let end: End = sketch.node('transformer', [sketch.node(type, [], wish)], compute(n));
  const turns: ((n: number) => number)[] = [];
  for (let index = 0; index < blocks; index += 1) {
    const piece = random.pick(BLOCKS)({ sketch, random, callable }, end);
    end = piece.end;
    turns.push(piece.turns);
  }
  if (publishes !== undefined) {
    const payload = { n: '{{ input.n }}', from: '{{ execution.id }}' };
    end = sketch.node('publish-event', [end], { config: { name: publishes, payload } });
    sketch.publishes = publishes;
  }
  if (fails) {
    end = sketch.node('http-request', [end], call('/refuse'));
    sketch.effects += 1;
    sketch.fails = true;
  }
  sketch.node('output', [end], { config: { fields: { n: '{{ input.n }}' } } });
  return {
    ...{ name, start: start.kind, fails, effects: sketch.effects, children: sketch.children },
    ...(start.event === undefined ? {} : { event: start.event }),
    ...(start.everySeconds === undefined ? {} : { everySeconds: start.everySeconds }),
    ...(publishes === undefined ? {} : { publishes }),
    document: (places) => sketch.document(name, places, settings),
    expected: (given) => turns.reduce((value, turn) => turn(value), start.kind === 'schedule' ? 7 : given),
  };
}

/** The workflows of a seed. Those that others call come first: they are published first. */
export function planWorkflows(random: Random): PlannedWorkflow[] {
  const low = [0, 1, 2].map((index) =>
    draw(random.fork(), { name: `low-${index}`, start: { kind: 'call' }, blocks: 2, callable: [] }),
  );
  const middle = [0, 1].map((index) =>
    draw(random.fork(), {
      ...{ name: `middle-${index}`, start: { kind: 'call' } as const, blocks: 2, callable: low },
      ...(index === 0 ? { settings: LIMITED } : {}),
    }),
  );
  const callable = [...low, ...middle];
  const listeners = EVENTS.map((event, index) =>
    draw(random.fork(), { name: `event-${index}`, start: { kind: 'event', event }, blocks: 2, callable: low }),
  );
  const schedules = [3, 5].map((everySeconds) =>
    draw(random.fork(), {
      ...{ name: `every-${everySeconds}`, start: { kind: 'schedule', everySeconds } as const, blocks: 2, callable: [] },
    }),
  );
  const called = Array.from({ length: 14 }, (_, index) =>
    draw(random.fork(), {
      name: `started-${index}`,
      start: { kind: index % 2 === 0 ? 'webhook' : 'api' },
      blocks: 2 + (index % 4),
      callable,
      ...(index % 5 === 3 ? { publishes: EVENTS[index % EVENTS.length] as string } : {}),
      fails: index % 7 === 6,
      settings: { ...(index % 4 === 1 ? LIMITED : {}), priority: PRIORITIES[index % 3] as string },
    }),
  );
  return [...low, ...middle, ...listeners, ...schedules, ...called];
}
