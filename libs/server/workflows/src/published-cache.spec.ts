import { newId, type Bell } from '@millrace/server-platform';
import { startTestDatabase, type TestDatabase } from '@millrace/server-platform/testing';
import { PUBLISHED_CHANNEL, PublishedCache, type PublishedVersion } from './published-cache';

let database: TestDatabase;
let bell: Bell;
let cache: PublishedCache;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  bell = await database.startBell();
  cache = new PublishedCache(bell);
  await bell.listening(PUBLISHED_CHANNEL);
});

const version = (enabled = true): PublishedVersion => ({ versionId: newId(), workspaceId: newId(), enabled });

/** Counts how often the database would have been asked. */
function reader(answer: PublishedVersion | null) {
  const read = { times: 0, answer, read: () => Promise.resolve(((read.times += 1), read.answer)) };
  return read;
}

describe('PublishedCache', () => {
  it('asks once for what is live, and once for what is not', async () => {
    for (const answer of [version(), null]) {
      const id = newId();
      const source = reader(answer);
      expect(await cache.get(id, source.read)).toEqual(answer);
      expect(await cache.get(id, source.read)).toEqual(answer);
      expect(source.times).toBe(1);
    }
  });

  it('asks again after a notice from another process', async () => {
    const id = newId();
    const source = reader(version());
    await cache.get(id, source.read);
    const heard = new Promise((resolve) => bell.on(PUBLISHED_CHANNEL, resolve));
    await (await database.startBell()).ring(PUBLISHED_CHANNEL, id);
    await heard;
    source.answer = version(false);
    expect(await cache.get(id, source.read)).toEqual(source.answer);
  });

  it('does not keep an answer that was on its way when things changed', async () => {
    const id = newId();
    let answer: (found: PublishedVersion) => void = () => undefined;
    const old = version();
    const asking = cache.get(id, () => new Promise<PublishedVersion>((resolve) => (answer = resolve)));
    cache.forget(id);
    answer(old);
    expect(await asking).toEqual(old);
    const source = reader(version(false));
    expect(await cache.get(id, source.read)).toEqual(source.answer);
  });

  it('keeps nothing while the bell cannot be heard', async () => {
    const id = newId();
    const source = reader(version());
    await cache.get(id, source.read);
    await bell.stop();
    await cache.get(id, source.read);
    await cache.get(id, source.read);
    expect(source.times).toBe(3);
  });

  it('stops listening with its module', async () => {
    const id = newId();
    const source = reader(version());
    await cache.get(id, source.read);
    cache.onModuleDestroy();
    const heard = new Promise((resolve) => bell.on(PUBLISHED_CHANNEL, resolve));
    await bell.listening(PUBLISHED_CHANNEL);
    await bell.ring(PUBLISHED_CHANNEL, id);
    await heard;
    await cache.get(id, source.read);
    expect(source.times).toBe(1);
  });
});
