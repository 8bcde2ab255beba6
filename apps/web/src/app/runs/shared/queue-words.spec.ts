import { limitWords, placeWords } from './queue-words';

it.each([
  [{ ahead: 0, limit: 1, key: null }, 'It is next', 'Its workflow allows one run at a time.'],
  [{ ahead: 1, limit: 3, key: 'acme' }, '1 run goes first', 'Its workflow allows 3 runs at a time for “acme”.'],
  [
    { ahead: 1_200, limit: 1, key: '' },
    '1,200 runs go first',
    'Its workflow allows one run at a time for runs without a key.',
  ],
])('tells why a run waits for its turn: %j', (queue, place, limit) => {
  expect([placeWords(queue), limitWords(queue)]).toEqual([place, limit]);
});
