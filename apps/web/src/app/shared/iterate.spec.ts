import { Subject } from 'rxjs';
import { iterate } from './iterate';

const double = (value: number): number => value * 2;

it('what comes between two questions is one batch', async () => {
  const source = new Subject<number>();
  const batches = iterate(source, double, new AbortController().signal);
  const first = batches.next();
  source.next(1);
  source.next(2);
  expect((await first).value).toEqual([2, 4]);
});

it('ends with the stream, after what it gave', async () => {
  const source = new Subject<number>();
  const batches = iterate(source, double, new AbortController().signal);
  const first = batches.next();
  source.next(1);
  source.complete();
  expect((await first).value).toEqual([2]);
  expect((await batches.next()).done).toBe(true);
});

it('throws what the stream throws', async () => {
  const source = new Subject<number>();
  const batches = iterate(source, double, new AbortController().signal);
  const first = batches.next();
  source.error(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
});

it('stops listening when the signal fires', async () => {
  const source = new Subject<number>();
  const abort = new AbortController();
  const batches = iterate(source, double, abort.signal);
  const first = batches.next();
  abort.abort();
  expect((await first).done).toBe(true);
  expect(source.observed).toBe(false);
});
