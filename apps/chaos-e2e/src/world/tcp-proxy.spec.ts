import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { TcpProxy } from './tcp-proxy';

let echo: Server;
let proxy: TcpProxy;

beforeEach(async () => {
  echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await TcpProxy.start({ host: '127.0.0.1', port: (echo.address() as AddressInfo).port });
});
afterEach(async () => {
  await proxy.stop();
  echo.close();
});

async function joined(): Promise<Socket> {
  const socket = connect(proxy.port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

async function said(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  const [data] = (await once(socket, 'data')) as [Buffer];
  return data.toString();
}

it('passes on what is said', async () => {
  const socket = await joined();
  expect(await said(socket, 'hello')).toBe('hello');
  socket.destroy();
});

it('cuts connections without a word, and takes new ones', async () => {
  const socket = await joined();
  await said(socket, 'hello');
  const broken = once(socket, 'error');
  proxy.cut();
  expect(((await broken) as [NodeJS.ErrnoException])[0].code).toBe('ECONNRESET');
  const another = await joined();
  expect(await said(another, 'again')).toBe('again');
  another.destroy();
});

it('holds up what is said until it may flow, on new connections too', async () => {
  const [old, heard] = [await joined(), [] as string[]];
  await said(old, 'hello');
  proxy.hold();
  const young = await joined();
  for (const socket of [old, young]) {
    socket.on('data', (data) => heard.push(String(data)));
    socket.write('held');
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(heard).toEqual([]);
  const all = Promise.all([once(old, 'data'), once(young, 'data')]);
  proxy.flow();
  await all;
  expect(heard).toEqual(['held', 'held']);
  old.destroy();
  young.destroy();
});
