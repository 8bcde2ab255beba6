import type { ExecutionEvent } from '@millrace/engine';
import { EventStream, MOST_BUFFERED } from './event-stream';

function event(seq: number, type = 'node.log'): ExecutionEvent {
  return { type, seq, atMs: seq, nodeId: 'n', level: 'info', message: String(seq) } as unknown as ExecutionEvent;
}

/** A log in memory that a stream reads. */
class Log {
  readonly events: ExecutionEvent[] = [];
  reads = 0;
  closed = false;

  add(count: number): number {
    for (let n = 0; n < count; n += 1) this.events.push(event(this.events.length + 1));
    return this.events.length;
  }

  stream(afterSeq = 0): EventStream {
    const read = async (after: number, limit: number): Promise<ExecutionEvent[]> => {
      this.reads += 1;
      return this.events.filter(({ seq }) => seq > after).slice(0, limit);
    };
    return new EventStream(
      read,
      () => {
        this.closed = true;
      },
      afterSeq,
    );
  }
}

async function take(stream: EventStream, count: number): Promise<number[]> {
  const seqs: number[] = [];
  for (let n = 0; n < count; n += 1) seqs.push(((await stream.next()).value as ExecutionEvent).seq);
  return seqs;
}

it('gives what is there and what comes, without gaps or repeats', async () => {
  const log = new Log();
  const stream = log.stream();
  stream.hint(log.add(3));
  expect(await take(stream, 3)).toEqual([1, 2, 3]);
  stream.hint(log.add(2));
  stream.hint(5);
  expect(await take(stream, 2)).toEqual([4, 5]);
});

it('begins after a seq', async () => {
  const log = new Log();
  const seq = log.add(5);
  const stream = log.stream(3);
  stream.hint(seq);
  expect(await take(stream, 2)).toEqual([4, 5]);
});

it('takes what this process committed without reading it back, unless that would leave a gap', async () => {
  const log = new Log();
  const stream = log.stream();
  log.add(2);
  stream.offer(log.events.slice(0, 2));
  expect(await take(stream, 2)).toEqual([1, 2]);
  expect(log.reads).toBe(0);
  log.add(3);
  stream.offer(log.events.slice(4));
  expect(await take(stream, 3)).toEqual([3, 4, 5]);
  expect(log.reads).toBeGreaterThan(0);
});

it('does not read for ever because of a hint that was wrong', async () => {
  const log = new Log();
  const stream = log.stream();
  log.add(1);
  stream.hint(99);
  expect(await take(stream, 1)).toEqual([1]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(log.reads).toBe(1);
});

it('ends with the end of the run', async () => {
  const log = new Log();
  const stream = log.stream();
  log.events.push(event(1), event(2, 'workflow.finished'));
  stream.hint(2);
  expect(await take(stream, 2)).toEqual([1, 2]);
  expect((await stream.next()).done).toBe(true);
  expect(log.closed).toBe(true);
});

it('cuts a reader off that is too far behind', async () => {
  const log = new Log();
  const stream = log.stream();
  stream.hint(log.add(MOST_BUFFERED + 600));
  await expect(
    (async () => {
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        if (log.closed) await stream.next();
      }
    })(),
  ).rejects.toMatchObject({ code: 'FEED_TOO_SLOW' });
});

it('ends at once when its reader leaves', async () => {
  const log = new Log();
  const stream = log.stream();
  const pending = stream.next();
  await stream.return();
  expect((await pending).done).toBe(true);
  expect(log.closed).toBe(true);
});
