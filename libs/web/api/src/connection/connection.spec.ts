import { TestBed } from '@angular/core/testing';
import { BROWSER } from '../http/browser';
import { FakeServer, settled } from '../testing';
import { Connection } from './connection';

let server: FakeServer;
let connection: Connection;

beforeEach(() => {
  server = new FakeServer();
  TestBed.configureTestingModule({ providers: [{ provide: BROWSER, useValue: server }] });
  connection = TestBed.inject(Connection);
});

it('asks ever more seldom until the server answers, and tells that it is back', async () => {
  server.isReachable = false;
  connection.lost();
  expect(connection.status()).toBe('reconnecting');
  await server.pass(3_400);
  expect(connection.status()).toBe('reconnecting');
  server.isReachable = true;
  const back = connection.whenOnline();
  await server.pass(10_000);
  await back;
  expect(connection.status()).toBe('online');
  expect(connection.reconnects()).toBe(1);
});

it('knows when the machine has no network, and looks at once when it has one again', async () => {
  server.setNetwork(false);
  expect(connection.status()).toBe('offline');
  server.setNetwork(true);
  expect(connection.status()).toBe('reconnecting');
  await server.pass(0);
  await settled();
  expect(connection.status()).toBe('online');
});

it('any answer of the server ends the search', async () => {
  connection.lost();
  connection.found();
  expect(connection.status()).toBe('online');
  expect(connection.reconnects()).toBe(1);
  connection.found();
  expect(connection.reconnects()).toBe(1);
});

it('tries at once when asked to', async () => {
  server.isReachable = false;
  connection.lost();
  await server.pass(8_000);
  server.isReachable = true;
  connection.tryNow();
  await server.pass(0);
  await settled();
  expect(connection.status()).toBe('online');
});

it('tells each time the socket stands, which also means that the server is there', async () => {
  connection.lost();
  connection.opened();
  connection.opened();
  expect([connection.openings(), connection.status(), connection.reconnects()]).toEqual([2, 'online', 1]);
});
