import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '@millrace/server-platform';
import { LocalSecretStore } from './local/local-secret-store';
import { credentialSecret, runSecret } from './secret-address';
import { SecretCache } from './secret-cache';
import { SecretReader } from './secret-reader';
import { HandClock } from './testing/test-clocks';

const address = credentialSecret(newId());
const secret = { version: 3, data: { key: 'value' } };

it('gives copies of one version of one secret, until they end', () => {
  const clock = new HandClock();
  const cache = new SecretCache(30, clock);
  cache.keep(address, secret);
  const found = cache.find(address, 3);
  expect(found).toEqual(secret);
  if (found) found.data['key'] = 'changed';
  expect(cache.find(address, 3)).toEqual(secret);
  expect(cache.find(address, 2)).toBeUndefined();
  expect(cache.find(runSecret(address.id), 3)).toBeUndefined();
  clock.advance(29_999);
  expect(cache.find(address, 3)).toEqual(secret);
  clock.advance(1);
  expect(cache.find(address, 3)).toBeUndefined();
});

it('what has ended leaves memory though nobody asks, and then no timer stays', () => {
  const clock = new HandClock();
  const cache = new SecretCache(30, clock);
  cache.keep(address, secret);
  clock.advance(10_000);
  cache.keep(credentialSecret(newId()), secret);
  clock.advance(20_000);
  expect(cache.size).toBe(1);
  clock.advance(10_000);
  expect(cache.size).toBe(0);
  expect(clock.nextInMs).toBeNull();
});

it('keeps 1,000 at most, the latest', () => {
  const cache = new SecretCache(60, new HandClock());
  const ids = Array.from({ length: 1_001 }, () => credentialSecret(newId()));
  for (const id of ids) cache.keep(id, secret);
  expect(cache.size).toBe(1_000);
  expect(cache.find(ids[0] as never, 3)).toBeUndefined();
  expect(cache.find(ids[1_000] as never, 3)).toEqual(secret);
});

it('of no seconds keeps nothing', () => {
  const cache = new SecretCache(0, new HandClock());
  cache.keep(address, secret);
  expect(cache.size).toBe(0);
});

describe('a reader with a cache', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'millrace-cache-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('asks once for a version that is named, always for the newest, and again after it was told to forget', async () => {
    const store = new LocalSecretStore(folder);
    const read = jest.spyOn(store, 'read');
    const reader = new SecretReader(store, new SecretCache(60, new HandClock()));
    await store.create(address, { key: 'one' });
    for (let times = 0; times < 3; times += 1) expect((await reader.read(address, 1)).data).toEqual({ key: 'one' });
    expect(read).toHaveBeenCalledTimes(1);
    await store.update(address, 1, { key: 'two' });
    expect((await reader.read(address)).version).toBe(2);
    expect((await reader.read(address, 2)).data).toEqual({ key: 'two' });
    expect((await reader.read(address, 1)).data).toEqual({ key: 'one' });
    expect(read).toHaveBeenCalledTimes(3);
    await store.destroy(address);
    reader.forget(address);
    await expect(reader.read(address, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('forgets what was given with a run when that is purged, and everything when the process ends', async () => {
    const store = new LocalSecretStore(folder);
    const cache = new SecretCache(60, new HandClock());
    const reader = new SecretReader(store, cache);
    const run = runSecret(newId());
    await store.create(run, { key: 'run' });
    await reader.read(run, 1);
    await reader.purgeRun(run.id);
    await expect(reader.read(run, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await store.create(run, { key: 'run' });
    await reader.read(run, 1);
    expect(cache.size).toBe(1);
    reader.onApplicationShutdown();
    expect(cache.size).toBe(0);
  });
});
