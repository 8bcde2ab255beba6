import { forkPlaces } from './fork-places';

const labelOf = (id: string): string => id.toUpperCase();
const told = (...[place]: Parameters<typeof forkPlaces>): string[] =>
  forkPlaces(place).map(({ from, label }) => `${label}: ${from?.join(' ')}`);

it('a step outside of loops is forked from itself', () => {
  expect(told({ nodeId: 'b', labelOf })).toEqual(['B: b']);
});

it('a step in a turn is forked from itself there, from the whole turn, or in every turn', () => {
  expect(told({ nodeId: 'b', path: 'each/2', labelOf })).toEqual([
    'B, turn 3: each/2/b',
    'EACH, the whole of turn 3: each/2',
    'B, in every turn: b',
  ]);
});

it('a step in a loop inside of a loop can take either turn', () => {
  expect(told({ nodeId: 'b', path: 'all/0/each/2', labelOf }).slice(1, 3)).toEqual([
    'EACH, the whole of turn 1, turn 3: all/0/each/2',
    'ALL, the whole of turn 1: all/0',
  ]);
});

it('a loop is forked from its first turn, from the turn that is looked at, or from all that failed', () => {
  expect(told({ nodeId: 'each', turns: { chosen: 1, failed: [1, 4] }, labelOf })).toEqual([
    'EACH, from its first turn: each',
    'EACH, the whole of turn 2: each/1',
    'EACH, all 2 turns that failed: each/1 each/4',
  ]);
});

it('names no more turns than the server takes', () => {
  const failed = Array.from({ length: 900 }, (_, turn) => turn);
  expect(forkPlaces({ nodeId: 'each', turns: { failed }, labelOf }).at(-1)?.from).toHaveLength(500);
});

it('a step that runs for each item is forked for the item that is looked at, or for all', () => {
  expect(told({ nodeId: 'send', path: 'send/2', turns: { chosen: 2, failed: [] }, labelOf })).toEqual([
    'SEND, the whole of turn 3: send/2',
    'SEND, from its first turn: send',
  ]);
});
