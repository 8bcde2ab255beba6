import { reasonsOf } from './obstacle-words';

const obstacle = (reason: 'DONE_CHANGED' | 'WAITS_ELSEWHERE' | 'PARTIAL', label: string | null = 'Send') => ({
  reason,
  label,
  nodeId: 'n',
});

it('tells why runs keep their version, the most frequent reason first', () => {
  const runs = [
    { executionId: 'a', obstacles: [obstacle('WAITS_ELSEWHERE')] },
    { executionId: 'b', obstacles: [] },
    { executionId: 'c', obstacles: [obstacle('DONE_CHANGED', 'Fetch'), obstacle('WAITS_ELSEWHERE')] },
    { executionId: 'd', obstacles: [obstacle('DONE_CHANGED', 'Fetch')] },
    { executionId: 'e', obstacles: [obstacle('PARTIAL', null)] },
  ];

  expect(reasonsOf(runs)).toEqual([
    { text: '“Fetch” is done, and changed since', ids: ['c', 'd'] },
    { text: 'it waits at “Send”, which changed or is gone', ids: ['a'] },
    { text: 'it runs only a part of its version', ids: ['e'] },
  ]);
});
