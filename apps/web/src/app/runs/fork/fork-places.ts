import type { ExecutionState } from '@millrace/engine';

/** From where a run can be forked, seen from one step. */
export interface ForkPlace {
  /** Points as the server takes them; absent for where the run stopped. */
  readonly from?: readonly string[];
  readonly label: string;
  readonly description: string;
}

/** What is known of the step. */
export interface StepPlace {
  readonly nodeId: string;
  /** Turns around it, such as `each/2`. */
  readonly path?: string;
  /** Of a loop, or of a step that runs for each item: the turn that is looked at, and those that failed. */
  readonly turns?: { readonly chosen?: number; readonly failed: readonly number[] };
  readonly labelOf: (nodeId: string) => string;
}

/** Turns that are named one by one at most. */
const MOST_TURNS = 500;

/** The step first, then the turns around and inside of it, whole. */
export function forkPlaces({ nodeId, path, turns, labelOf }: StepPlace): readonly ForkPlace[] {
  const label = labelOf(nodeId);
  const hops = path?.split('/') ?? [];
  // A step that runs for each item is in a turn of its own.
  const isOwnTurn = hops.at(-2) === nodeId;
  const outer = isOwnTurn ? hops.slice(0, -2) : hops;
  const key = [...outer, nodeId].join('/');
  const others = [...around(outer, labelOf), ...everywhere(nodeId, label, outer)];
  if (turns) {
    const anew = { from: [key], label: `${label}, from its first turn`, description: 'Every turn runs anew' };
    const some = inside(key, label, turns);
    return [...(isOwnTurn ? [...some, anew] : [anew, ...some]), ...others];
  }
  const name = outer.length === 0 ? label : `${label}, ${turnName(outer)}`;
  const kept = outer.length === 0 ? 'What comes after it runs too' : 'What came before it in the turn is kept';
  return [{ from: [key], label: name, description: kept }, ...others];
}

function everywhere(nodeId: string, label: string, outer: readonly string[]): ForkPlace[] {
  if (outer.length === 0) return [];
  return [
    { from: [nodeId], label: `${label}, in every turn`, description: 'What came before it in each turn is kept' },
  ];
}

function inside(key: string, label: string, { chosen, failed }: NonNullable<StepPlace['turns']>): ForkPlace[] {
  const places: ForkPlace[] = [];
  if (chosen !== undefined)
    places.push({
      from: [`${key}/${chosen}`],
      label: `${label}, the whole of turn ${count(chosen)}`,
      description: 'The other turns are kept',
    });
  if (failed.length > 1)
    places.push({
      from: failed.slice(0, MOST_TURNS).map((turn) => `${key}/${turn}`),
      label: `${label}, all ${failed.length.toLocaleString('en-GB')} turns that failed`,
      description: 'Turns that went well are kept',
    });
  return places;
}

/** The turns that the step is in, from the innermost. */
function around(hops: readonly string[], labelOf: StepPlace['labelOf']): ForkPlace[] {
  const places: ForkPlace[] = [];
  for (let end = hops.length; end >= 2; end -= 2) {
    const loop = labelOf(hops[end - 2] ?? '');
    places.push({
      from: [hops.slice(0, end).join('/')],
      label: `${loop}, the whole of ${turnName(hops.slice(0, end))}`,
      description: 'The other turns are kept',
    });
  }
  return places;
}

/** Turns of a loop that did not complete, by their numbers; undefined for a step without turns. */
export function failedTurns(state: ExecutionState, nodeId: string, path?: string): readonly number[] | undefined {
  const hops = path?.split('/') ?? [];
  const outer = hops.at(-2) === nodeId ? hops.slice(0, -2) : hops;
  let place: ExecutionState | undefined = state;
  for (let at = 0; at + 1 < outer.length; at += 2)
    place = place?.nodes.get(outer[at] ?? '')?.loop?.turns.get(outer[at + 1] ?? '');
  const loop = place?.nodes.get(nodeId)?.loop;
  if (loop === undefined) return undefined;
  return [...loop.turns].flatMap(([turn, { status }]) => (status === 'failed' ? [Number(turn)] : []));
}

function turnName(hops: readonly string[]): string {
  const turns = hops.flatMap((hop, place) => (place % 2 === 1 ? [`turn ${count(Number(hop))}`] : []));
  return turns.join(', ');
}

function count(turn: number): string {
  return (turn + 1).toLocaleString('en-GB');
}
