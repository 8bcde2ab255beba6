import { newId } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import { credentialSecret, oauthSecret, runSecret } from '../secret-address';
import { MAX_SECRET_BYTES, type SecretStore } from '../secret-store';

/** A store to be tried, and how to end it. */
export interface StoreUnderTest {
  readonly store: SecretStore;
  end(): Promise<void>;
}

/** What every secret store must do. Call it inside a spec file. */
export function describeSecretStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let tried: StoreUnderTest;
    let store: SecretStore;
    const data: JsonObject = { apiKey: 'k-1', nested: { list: [1, null, 'ü€😀'] }, empty: '' };

    beforeAll(async () => {
      tried = await open();
      store = tried.store;
    });
    afterAll(() => tried.end());

    it('gives back what was written, under the version that it told', async () => {
      const address = credentialSecret(newId());
      expect(await store.create(address, data)).toEqual({ version: 1 });
      expect(await store.read(address, 1)).toEqual({ version: 1, data });
      expect(await store.read(address)).toEqual({ version: 1, data });
      expect(await store.newestVersion(address)).toEqual({ version: 1 });
    });

    it('keeps older versions, for runs that name them', async () => {
      const address = credentialSecret(newId());
      await store.create(address, { key: 'old' });
      expect(await store.update(address, 1, { key: 'new' })).toEqual({ version: 2 });
      expect((await store.read(address, 1)).data).toEqual({ key: 'old' });
      expect(await store.read(address)).toEqual({ version: 2, data: { key: 'new' } });
    });

    it('keeps the last five versions', async () => {
      const address = credentialSecret(newId());
      await store.create(address, { at: 1 });
      for (let version = 1; version <= 6; version += 1) await store.update(address, version, { at: version + 1 });
      expect((await store.read(address, 3)).data).toEqual({ at: 3 });
      await expect(store.read(address, 2)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(store.create(address, { at: 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
    });

    it('keeps the trees apart', async () => {
      const id = newId();
      await store.create(credentialSecret(id), { tree: 'credentials' });
      await store.create(oauthSecret(id), { tree: 'oauth' });
      await store.create(runSecret(id), { tree: 'run' });
      await store.destroy(runSecret(id));
      expect((await store.read(oauthSecret(id))).data).toEqual({ tree: 'oauth' });
      await expect(store.read(runSecret(id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await store.read(credentialSecret(id))).data).toEqual({ tree: 'credentials' });
    });

    it('refuses to create what is there', async () => {
      const address = credentialSecret(newId());
      await store.create(address, { key: 'first' });
      await expect(store.create(address, { key: 'second' })).rejects.toMatchObject({ code: 'CONFLICT', status: 409 });
      expect((await store.read(address)).data).toEqual({ key: 'first' });
    });

    it.each([0, 2, 7])('refuses an update that expects version %d where 1 is newest', async (expected) => {
      const address = credentialSecret(newId());
      await store.create(address, { key: 'first' });
      await expect(store.update(address, expected, { key: 'x' })).rejects.toMatchObject({ code: 'CONFLICT' });
    });

    it('refuses to update what was never created', async () => {
      await expect(store.update(credentialSecret(newId()), 1, data)).rejects.toMatchObject({ code: 'CONFLICT' });
    });

    it('lets one of many win who write at the same moment', async () => {
      const address = credentialSecret(newId());
      await store.create(address, { writer: -1 });
      const writers = Array.from({ length: 10 }, (_, writer) => store.update(address, 1, { writer }));
      const settled = await Promise.allSettled(writers);
      const winners = settled.flatMap((result, writer) => (result.status === 'fulfilled' ? [writer] : []));
      expect(winners).toHaveLength(1);
      expect((await store.read(address, 2)).data).toEqual({ writer: winners[0] });
      const codes = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
      expect(codes).toEqual(Array.from({ length: 9 }, () => 'CONFLICT'));
    });

    it('knows nothing of a secret that was never written, or of a version that was not', async () => {
      const address = credentialSecret(newId());
      await expect(store.read(address)).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
      await expect(store.newestVersion(address)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await store.create(address, data);
      await expect(store.read(address, 99)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('destroys all versions, and does so again without complaint', async () => {
      const address = credentialSecret(newId());
      await store.create(address, data);
      await store.update(address, 1, data);
      await store.destroy(address);
      await store.destroy(address);
      await expect(store.read(address, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(store.read(address)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('answers all who read the same at the same time, each with data of their own', async () => {
      const address = credentialSecret(newId());
      await store.create(address, data);
      const readers = await Promise.all(Array.from({ length: 30 }, () => store.read(address, 1)));
      (readers[0] as { data: JsonObject }).data['apiKey'] = 'changed by a caller';
      expect(readers[1]?.data).toEqual(data);
    });

    it('takes 64 KiB and not a byte more', async () => {
      const address = credentialSecret(newId());
      const room = MAX_SECRET_BYTES - '{"v":""}'.length;
      await expect(store.create(address, { v: 'x'.repeat(room + 1) })).rejects.toMatchObject({
        code: 'SECRET_TOO_LARGE',
      });
      await store.create(address, { v: 'x'.repeat(room) });
      expect((await store.read(address)).data['v']).toHaveLength(room);
    });

    it.each(['../../../sys/mounts', 'a?version=1', 'A0000000-0000-4000-8000-00000000000F', '', 'x/y'])(
      'refuses "%s" as an id without asking anybody',
      async (id) => {
        await expect(store.read(credentialSecret(id))).rejects.toThrow('must be a UUID');
        await expect(store.create(credentialSecret(id), data)).rejects.toThrow('must be a UUID');
        await expect(store.destroy(credentialSecret(id))).rejects.toThrow('must be a UUID');
      },
    );

    it('is well, and says so', async () => {
      await store.ready();
      expect(await store.health()).toMatchObject({ ok: true });
    });
  });
}
