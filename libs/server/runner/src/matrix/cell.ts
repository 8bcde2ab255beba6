import type { JsonObject } from '@millrace/workflow-model';
import type { NodeInShort, RunnerRig } from '../testing/runner-rig';
import type { WaitKind } from '../testing/waiter-node';

/** Where a node waits. */
export const PLACES = [
  'at the top',
  'for each item',
  'in a loop',
  'in a loop in a loop',
  'in a child',
  'in a loop of a child',
] as const;

/** What happens to the wait. */
export const ENDINGS = [
  'ends well',
  'fails and stops the run',
  'fails and the run goes on',
  'fails towards the error port',
  'takes too long for the node',
  'takes too long for the workflow',
  'is cancelled',
  'lies in a pause',
  'sees its worker go',
] as const;

export type WaitPlace = (typeof PLACES)[number];
export type WaitEnding = (typeof ENDINGS)[number];

/** One combination. */
export interface Cell {
  readonly kind: WaitKind;
  readonly place: WaitPlace;
  readonly ending: WaitEnding;
}

/** Whether it can be: timers and retries end by themselves. */
export function isPossible({ kind, ending }: Cell): boolean {
  return ending !== 'takes too long for the node' || kind === 'event' || kind === 'approval' || kind === 'child';
}

/** Name of the event that ends the waits of a cell. */
export function eventOf({ kind, place, ending }: Cell): string {
  return `${kind} ${place} ${ending}`;
}

/** Whether nothing is to end the wait before somebody else does. */
function isLong({ ending }: Cell): boolean {
  return ending.startsWith('takes too long') || ending === 'is cancelled';
}

/** Stores the workflow of a cell; answers its version. */
export async function versionOf(rig: RunnerRig, cell: Cell): Promise<string> {
  const { place } = cell;
  const settings: JsonObject = cell.ending === 'takes too long for the workflow' ? { timeoutMs: 1_500 } : {};
  const waiter = await waiterOf(rig, cell);
  if (place !== 'in a child' && place !== 'in a loop of a child') return drawn(rig, around(cell, waiter), settings);
  const inner: Cell = { ...cell, place: place === 'in a child' ? 'at the top' : 'in a loop' };
  const workflowId = await rig.publish(await drawn(rig, around(inner, waiter), {}));
  const call: NodeInShort = ['call', 'await-child', { workflowId, input: '{{trigger}}' }];
  return rig.version([['start', 'start'], call], ['start>call'], settings);
}

interface Drawing {
  readonly nodes: readonly NodeInShort[];
  readonly edges: readonly string[];
}

function drawn(rig: RunnerRig, { nodes, edges }: Drawing, settings: JsonObject): Promise<string> {
  return rig.version(nodes, edges, settings);
}

const ON_ERROR = { 'fails and the run goes on': 'continue', 'fails towards the error port': 'error-port' } as const;

async function waiterOf(rig: RunnerRig, cell: Cell): Promise<NodeInShort> {
  const { kind, ending } = cell;
  const long = isLong(cell);
  const fails = ending.startsWith('fails');
  const config: JsonObject = {
    ...{ kind, name: eventOf(cell), fails, ms: long ? 60_000 : 600 },
    ...(ending === 'takes too long for the node' ? { timeoutMs: 700 } : {}),
    ...(kind === 'child'
      ? { workflowId: await rig.publishedChain([['nap', 'nap', { ms: long ? 60_000 : 600 }]]) }
      : {}),
  };
  const pause = long ? 60_000 : 600;
  const settings = {
    onError: ON_ERROR[ending as keyof typeof ON_ERROR] ?? 'stop',
    retry: { maxAttempts: 2, backoff: 'fixed', baseMs: pause, maxMs: pause },
  } as const;
  return ['w', 'waiter', config, { settings }];
}

/** The waiter with what is around it; what it gives, on whatever port, reaches the end. */
function around({ place }: Cell, [id, type, config, more]: NodeInShort): Drawing {
  const start: NodeInShort = ['start', 'start'];
  const ports = [`${id}>after`, `${id}.error>after`, `${id}.timeout>after`];
  const item = '{{item}}';
  const within = (parent: string): NodeInShort[] => [
    ['take', 'give', { value: item }, { parent }],
    [id, type, config, { ...more, parent }],
    ['after', 'give', { value: '{{input}}' }, { parent }],
  ];
  switch (place) {
    case 'for each item': {
      const forEach = { items: '{{input.list}}', concurrency: 2, onItemError: 'stop' };
      const settings = { ...more?.settings, forEach } as never;
      return {
        nodes: [start, [id, type, config, { settings }], ['after', 'give', { value: '{{input}}' }]],
        edges: [`start>${id}`, ...ports],
      };
    }
    case 'in a loop':
    case 'in a loop of a child':
      return {
        nodes: [start, ['each', 'loop', { items: '{{input.list}}', concurrency: 2 }], ...within('each')],
        edges: ['start>each', `take>${id}`, ...ports],
      };
    case 'in a loop in a loop': {
      const outer: NodeInShort = ['outer', 'loop', { items: ['a', 'b'], concurrency: 2 }];
      const inner: NodeInShort = ['inner', 'loop', { items: '{{start.list}}', concurrency: 1 }, { parent: 'outer' }];
      return { nodes: [start, outer, inner, ...within('inner')], edges: ['start>outer', `take>${id}`, ...ports] };
    }
    default:
      return {
        nodes: [start, [id, type, config, more], ['after', 'give', { value: '{{input}}' }]],
        edges: [`start>${id}`, ...ports],
      };
  }
}
