import { Subject } from 'rxjs';
import { type CapturedCall, type NodeViewApi } from './node-view-api';
import { TestLine } from './test-calls';

const call = (id: string): CapturedCall => ({ id, method: 'POST', path: '', receivedAt: '', value: { id } });
const address = { url: 'https://x.test/t', curl: 'curl', until: '2026-01-01T00:00:00Z' };

function made(listen: () => Promise<typeof address> = () => Promise.resolve(address)) {
  const source = new Subject<CapturedCall>();
  const api = { listen, captured: () => source } as unknown as NodeViewApi;
  return { source, line: new TestLine(api, 'w', 'n') };
}

it('keeps the newest calls, each once, for everybody who looks', async () => {
  const { source, line } = made();
  const letGo = line.attach();
  line.attach();
  await line.listen();
  for (const id of ['a', 'b', 'a']) source.next(call(id));
  expect([line.address(), line.calls().map(({ id }) => id)]).toEqual([address, ['a', 'b']]);
  letGo();
  expect(source.observed).toBe(true);
  for (let count = 0; count < 20; count += 1) source.next(call(String(count)));
  expect(line.calls()).toHaveLength(10);
});

it('listens while somebody looks, and again when somebody comes back', async () => {
  const { source, line } = made();
  const letGo = line.attach();
  expect(source.observed).toBe(false);
  await line.listen();
  letGo();
  expect(source.observed).toBe(false);
  line.attach();
  expect(source.observed).toBe(true);
});

it('tells why it could not be opened, and when the calls break off', async () => {
  const { line } = made(() => Promise.reject(new Error('No webhook.')));
  await line.listen();
  expect([line.failure(), line.isOpening(), line.address()]).toEqual(['No webhook.', false, undefined]);
  const { source, line: other } = made();
  await other.listen();
  source.error(new Error('Gone.'));
  expect(other.failure()).toBe('Gone.');
});
