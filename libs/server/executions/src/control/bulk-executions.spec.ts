import { conflict } from '@millrace/server-platform';
import { MOST_AT_ONCE, forEachExecution } from './bulk-executions';

const refuse = conflict('REFUSED', 'No.');

it('tells what became of each, in the order of the request', async () => {
  const results = await forEachExecution(['a', 'b', 'c'], (id) =>
    id === 'b' ? Promise.reject(refuse) : Promise.resolve(id.toUpperCase()),
  );

  expect(results).toEqual([
    { id: 'a', value: 'A' },
    { id: 'b', error: refuse },
    { id: 'c', value: 'C' },
  ]);
});

it('does with each of them once what is named twice', async () => {
  const done: string[] = [];
  await forEachExecution(['a', 'a'], (id) => Promise.resolve(done.push(id)));

  expect(done).toEqual(['a']);
});

it('refuses more than a hundred before it does anything', async () => {
  const ids = Array.from({ length: MOST_AT_ONCE + 1 }, (_, index) => `${index}`);
  const act = jest.fn();

  await expect(forEachExecution(ids, act)).rejects.toMatchObject({ code: 'TOO_MANY_EXECUTIONS' });
  expect(act).not.toHaveBeenCalled();
});

it('does not hide what is nobody’s fault', async () => {
  await expect(forEachExecution(['a'], () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
});

it('does nothing for nothing', async () => {
  expect(await forEachExecution([], () => Promise.reject(new Error('never')))).toEqual([]);
});
