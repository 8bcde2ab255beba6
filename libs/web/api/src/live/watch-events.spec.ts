import { TestBed } from '@angular/core/testing';
import { Connection } from '../connection/connection';
import { BROWSER } from '../http/browser';
import { Session } from '../session/session';
import { FakeServer, FakeSocket, settled } from '../testing';
import { engineEventOf, EventFeed, type EventRow } from './watch-events';

let server: FakeServer;
let feed: EventFeed;
const realSocket = globalThis.WebSocket;

beforeEach(async () => {
  FakeSocket.opened = [];
  globalThis.WebSocket = FakeSocket as never;
  server = new FakeServer().signsIn();
  TestBed.configureTestingModule({ providers: [{ provide: BROWSER, useValue: server }] });
  feed = TestBed.inject(EventFeed);
  await TestBed.inject(Session).signIn({ email: 'ana@example.com', password: 'correct horse' });
});
afterEach(() => {
  globalThis.WebSocket = realSocket;
});

const event = (seq: number, type = 'node.completed'): { executionEvents: EventRow } => ({
  executionEvents: { seq, at: '2026-01-01T00:00:01Z', type, nodeId: 'n1', body: { attempt: 1 } },
});

function watch(afterSeq = 0) {
  const seen: number[] = [];
  const ends: string[] = [];
  const subscription = feed.watchEvents('e1', afterSeq).subscribe({
    next: ({ seq }) => seen.push(seq),
    error: (error: Error) => ends.push(error.message),
    complete: () => ends.push('complete'),
  });
  return { seen, ends, subscription };
}

async function connected(): Promise<FakeSocket> {
  await settled();
  await settled();
  return FakeSocket.latest;
}

it('the socket is opened with the token of the session, and the events come in order', async () => {
  const { seen, ends, subscription } = watch(3);
  const socket = await connected();
  expect(socket.url).toBe('ws://millrace.test/graphql');
  expect(socket.sent[0]).toMatchObject({
    type: 'connection_init',
    payload: { authorization: expect.stringMatching(/^Bearer token-/) },
  });
  expect(socket.subscriptions[0]?.variables).toEqual({ executionId: 'e1', afterSeq: 3 });
  socket.next(event(4));
  socket.next(event(5));
  expect(seen).toEqual([4, 5]);
  socket.say({ type: 'complete', id: socket.subscriptions[0]?.id ?? '' });
  await settled();
  expect(ends).toEqual(['complete']);
  subscription.unsubscribe();
});

it('goes on after the newest event when the connection was lost, and shows none twice', async () => {
  const { seen, subscription } = watch();
  const first = await connected();
  first.next(event(1));
  first.next(event(2));
  first.close(1006, 'gone');
  expect(TestBed.inject(Connection).status()).toBe('reconnecting');
  await settled();
  await server.pass(1_000);
  const second = await connected();
  expect(second).not.toBe(first);
  expect(second.subscriptions[0]?.variables).toEqual({ executionId: 'e1', afterSeq: 2 });
  second.next(event(2));
  second.next(event(3));
  expect(seen).toEqual([1, 2, 3]);
  expect(TestBed.inject(Connection).status()).toBe('online');
  subscription.unsubscribe();
});

it('a socket that closes because its token has ended is no lost connection', async () => {
  const { subscription } = watch();
  (await connected()).close(4403, 'The token has expired');
  expect(TestBed.inject(Connection).status()).toBe('online');
  subscription.unsubscribe();
});

it('subscribes again where it was when it was too slow for the server', async () => {
  const { seen, ends, subscription } = watch();
  const socket = await connected();
  socket.next(event(7));
  const errors = [{ message: 'Too slow.', extensions: { code: 'LIMIT_EXCEEDED', reason: 'FEED_TOO_SLOW' } }];
  socket.say({ type: 'error', id: socket.subscriptions[0]?.id ?? '', payload: errors as never });
  await settled();
  expect(socket.subscriptions.at(-1)?.variables).toEqual({ executionId: 'e1', afterSeq: 7 });
  socket.next(event(8));
  expect([seen, ends]).toEqual([[7, 8], []]);
  subscription.unsubscribe();
});

it('any other error ends it', async () => {
  const { ends } = watch();
  const socket = await connected();
  const errors = [
    { message: 'There is no such run.', extensions: { code: 'NOT_FOUND', reason: 'EXECUTION_NOT_FOUND' } },
  ];
  socket.say({ type: 'error', id: socket.subscriptions[0]?.id ?? '', payload: errors as never });
  await settled();
  expect(ends).toEqual(['There is no such run.']);
});

it('the socket is closed when the session ends', async () => {
  const { subscription } = watch();
  const socket = await connected();
  await TestBed.inject(Session).signOut();
  await settled();
  expect(socket.readyState).toBe(FakeSocket.CLOSED);
  subscription.unsubscribe();
});

it('an event is handed to the engine in its own form', () => {
  expect(engineEventOf(event(4).executionEvents)).toEqual({
    seq: 4,
    atMs: Date.parse('2026-01-01T00:00:01Z'),
    type: 'node.completed',
    nodeId: 'n1',
    attempt: 1,
  });
});
