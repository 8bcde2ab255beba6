import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '@millrace/server-platform';
import { credentialSecret, runSecret, type SecretAddress } from '../secret-address';
import { KeyFileOnDisk } from './keyring';
import { LocalFiles } from './local-files';
import { LocalSecretStore } from './local-secret-store';
import { rotateLocalSecrets } from './rotate-local-secrets';
import { openSecret, parseSealed, sealSecret } from './sealed-secret';

const folders: string[] = [];
let folder: string;
let store: LocalSecretStore;

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'millrace-local-')), 'secrets');
  folders.push(path.dirname(folder));
  store = new LocalSecretStore(folder);
});
afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));

const fileOf = ({ tree, id }: SecretAddress, version: number): string => path.join(folder, tree, id, `${version}.json`);
const keyFile = (): string => path.join(folder, 'key');
const keyIds = (): string[] =>
  (JSON.parse(readFileSync(keyFile(), 'utf8')) as { keys: { id: string }[] }).keys.map(({ id }) => id);
const misconfigured = { code: 'SECRETS_MISCONFIGURED' };

async function newSecret(value = 'value-1'): Promise<SecretAddress> {
  const address = credentialSecret(newId());
  await store.create(address, { key: value });
  return address;
}

function everyFile(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe('what is on disk', () => {
  it('is nothing until there is a secret', async () => {
    await store.ready();
    await store.sweep();
    expect(await store.health()).toEqual({ ok: true, store: 'local' });
    expect(existsSync(folder)).toBe(false);
  });

  it('holds no value in the clear, and is for its owner only', async () => {
    const address = await newSecret('a-very-secret-value');
    for (const file of everyFile()) {
      expect(readFileSync(file, 'utf8')).not.toContain('a-very-secret-value');
      expect(statSync(file).mode & 0o077).toBe(0);
    }
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(path.dirname(fileOf(address, 1))).mode & 0o077).toBe(0);
  });

  it('is gone after a secret was destroyed, and no temporary file stays', async () => {
    const address = await newSecret();
    await store.destroy(address);
    expect(everyFile()).toEqual([keyFile()]);
  });

  it('is swept of what a process left that died in the middle', async () => {
    await newSecret();
    const trash = path.join(folder, 'trash', 'x');
    mkdirSync(trash, { recursive: true });
    const [old, fresh] = ['old', 'fresh'].map((name) => path.join(folder, 'tmp', name)) as [string, string];
    for (const file of [path.join(trash, '1.json'), old, fresh]) writeFileSync(file, 'x');
    utimesSync(old, 1, 1);
    await store.sweep();
    expect([trash, old, fresh].map((file) => existsSync(file))).toEqual([false, false, true]);
  });
});

describe('a file that was changed', () => {
  it('does not open when a bit of it is another one', async () => {
    const address = await newSecret();
    const sealed = JSON.parse(readFileSync(fileOf(address, 1), 'utf8')) as Record<string, string>;
    for (const part of ['iv', 'tag', 'sealed']) {
      const bytes = Buffer.from(sealed[part] ?? '', 'base64');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      writeFileSync(fileOf(address, 1), JSON.stringify({ ...sealed, [part]: bytes.toString('base64') }));
      await expect(store.read(address, 1)).rejects.toMatchObject(misconfigured);
    }
  });

  it('does not open in the place of another secret, of another version or of another tree', async () => {
    const address = await newSecret('mine');
    const other = await newSecret('theirs');
    const run = runSecret(address.id);
    await store.create(run, { key: 'run' });
    await store.update(address, 1, { key: 'newer' });
    for (const to of [fileOf(other, 1), fileOf(address, 2), fileOf(run, 1)]) copyFileSync(fileOf(address, 1), to);
    await expect(store.read(other, 1)).rejects.toMatchObject(misconfigured);
    await expect(store.read(address, 2)).rejects.toMatchObject(misconfigured);
    await expect(store.read(run, 1)).rejects.toMatchObject(misconfigured);
    expect((await store.read(address, 1)).data).toEqual({ key: 'mine' });
  });

  it.each(['', 'x', '{}', '{"format":2,"keyId":"k","iv":"","tag":"","sealed":""}'])(
    'is told from a good one: %s',
    async (text) => {
      const address = await newSecret();
      writeFileSync(fileOf(address, 1), text);
      await expect(store.read(address, 1)).rejects.toMatchObject({
        ...misconfigured,
        details: { reason: 'a file of the local store is damaged' },
      });
    },
  );
});

describe('the key file', () => {
  const reasonOf = async (): Promise<string | undefined> => {
    const fresh = new LocalSecretStore(folder);
    await expect(fresh.ready()).rejects.toMatchObject(misconfigured);
    return (await fresh.health()).reason;
  };

  it.each([0o644, 0o640, 0o604, 0o620])('is refused when others may open it (%o)', async (mode) => {
    const address = await newSecret();
    chmodSync(keyFile(), mode);
    expect(await reasonOf()).toContain('chmod 600');
    await expect(new LocalSecretStore(folder).read(address)).rejects.toMatchObject(misconfigured);
    await expect(new LocalSecretStore(folder).update(address, 1, {})).rejects.toMatchObject(misconfigured);
  });

  it('is not made anew when it is gone but secrets are there', async () => {
    const address = await newSecret();
    rmSync(keyFile());
    expect(await reasonOf()).toContain('gone');
    await expect(new LocalSecretStore(folder).create(credentialSecret(newId()), {})).rejects.toMatchObject(
      misconfigured,
    );
    await expect(new LocalSecretStore(folder).read(address)).rejects.toMatchObject(misconfigured);
    expect(existsSync(keyFile())).toBe(false);
  });

  it.each(['', '{}', '{"format":1,"keys":[]}', '{"format":1,"keys":[{"id":"k","createdAt":"","key":"c2hvcnQ="}]}'])(
    'is refused when it is damaged: %s',
    async (text) => {
      await newSecret();
      writeFileSync(keyFile(), text);
      expect(await reasonOf()).toMatch(/damaged|32 bytes/);
    },
  );

  it('is made once by many processes that start at the same time', async () => {
    const stores = Array.from({ length: 8 }, () => new LocalSecretStore(folder));
    const addresses = stores.map(() => credentialSecret(newId()));
    await Promise.all(stores.map((each, index) => each.create(addresses[index] as SecretAddress, { index })));
    expect(keyIds()).toHaveLength(1);
    for (const [index, address] of addresses.entries()) expect((await store.read(address)).data).toEqual({ index });
  });

  it('of another store opens nothing', async () => {
    const address = await newSecret();
    const file = JSON.parse(readFileSync(keyFile(), 'utf8')) as { keys: { key: string }[] };
    file.keys = file.keys.map((key) => ({ ...key, key: Buffer.alloc(32, 7).toString('base64') }));
    writeFileSync(keyFile(), JSON.stringify(file));
    await expect(new LocalSecretStore(folder).read(address)).rejects.toMatchObject(misconfigured);
  });
});

describe('one secret of many processes', () => {
  it('has one winner when two stores write the same version', async () => {
    const address = await newSecret();
    const stores = Array.from({ length: 6 }, () => new LocalSecretStore(folder));
    const settled = await Promise.allSettled(stores.map((each, writer) => each.update(address, 1, { writer })));
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const winner = settled.findIndex(({ status }) => status === 'fulfilled');
    expect((await store.read(address, 2)).data).toEqual({ writer: winner });
  });
});

describe('a rotation', () => {
  const sealedWith = (address: SecretAddress, version: number): string =>
    parseSealed(readFileSync(fileOf(address, version), 'utf8')).keyId;

  it('seals every version with a new key and forgets the old one', async () => {
    const address = await newSecret('old');
    await store.update(address, 1, { key: 'new' });
    const other = await newSecret('other');
    const [before] = keyIds();
    expect(await rotateLocalSecrets(folder)).toEqual({ sealedAgain: 3 });
    const [after, ...more] = keyIds();
    expect(after).not.toBe(before);
    expect(more).toEqual([]);
    expect(statSync(keyFile()).mode & 0o077).toBe(0);
    for (const [at, version] of [
      [address, 1],
      [address, 2],
      [other, 1],
    ] as const)
      expect(sealedWith(at, version)).toBe(after);
    // This store had the old key in memory.
    expect((await store.read(address, 1)).data).toEqual({ key: 'old' });
    expect((await store.update(address, 2, { key: 'newest' })).version).toBe(3);
    expect(sealedWith(address, 3)).toBe(after);
  });

  it('refuses a folder without a key, and makes none', async () => {
    await expect(rotateLocalSecrets(folder)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(existsSync(keyFile())).toBe(false);
  });

  it('that was ended right after the new key, or half-way, is finished by the next one', async () => {
    const addresses = [await newSecret('a'), await newSecret('b')] as const;
    const files = new LocalFiles(folder);
    const keys = new KeyFileOnDisk(keyFile(), files.temporaryFolder);
    await keys.addKey();
    expect((await store.read(addresses[0], 1)).data).toEqual({ key: 'a' });
    const keyring = await keys.read();
    const place = { path: `credentials/${addresses[0].id}`, version: 1 };
    const text = openSecret(parseSealed((await files.read(place.path, 1)) ?? ''), place, keyring?.keys[1] as never);
    await files.replace(place.path, 1, JSON.stringify(sealSecret(text, place, keyring?.active as never)));
    expect((await new LocalSecretStore(folder).read(addresses[0], 1)).data).toEqual({ key: 'a' });
    expect((await new LocalSecretStore(folder).read(addresses[1], 1)).data).toEqual({ key: 'b' });
    await rotateLocalSecrets(folder);
    expect(keyIds()).toHaveLength(1);
    expect((await store.read(addresses[0], 1)).data).toEqual({ key: 'a' });
    expect((await store.read(addresses[1], 1)).data).toEqual({ key: 'b' });
  });

  it('forgets no key while a file does not open', async () => {
    const address = await newSecret();
    const broken = await newSecret();
    writeFileSync(fileOf(broken, 1), readFileSync(fileOf(broken, 1), 'utf8').replace(/"sealed":"./, '"sealed":"*'));
    await expect(rotateLocalSecrets(folder)).rejects.toThrow();
    expect(keyIds().length).toBeGreaterThan(1);
    expect((await new LocalSecretStore(folder).read(address)).data).toEqual({ key: 'value-1' });
  });

  it('that begins and ends while a value is being written leaves it readable', async () => {
    const address = await newSecret('before');
    const write = LocalFiles.prototype.writeNew;
    jest.spyOn(LocalFiles.prototype, 'writeNew').mockImplementationOnce(async function (this: LocalFiles, ...args) {
      await rotateLocalSecrets(folder);
      return write.apply(this, args);
    });
    await store.update(address, 1, { key: 'meanwhile' });
    expect(sealedWith(address, 2)).toBe(keyIds()[0]);
    expect((await new LocalSecretStore(folder).read(address, 2)).data).toEqual({ key: 'meanwhile' });
  });

  it('runs alone, and takes over from one that died', async () => {
    await newSecret();
    const lock = path.join(folder, 'rotation.lock');
    writeFileSync(lock, String(process.pid));
    await expect(rotateLocalSecrets(folder)).rejects.toMatchObject({ code: 'CONFLICT' });
    writeFileSync(lock, '999999999');
    await rotateLocalSecrets(folder);
    expect(existsSync(lock)).toBe(false);
  });

  it('may run beside processes that write, read and destroy: nothing is lost', async () => {
    const stores = Array.from({ length: 3 }, () => new LocalSecretStore(folder));
    await newSecret();
    let isRotating = true;
    const written: [SecretAddress, number][] = [];
    const work = stores.map(async (each, worker) => {
      for (let turn = 0; isRotating; turn += 1) {
        const address = credentialSecret(newId());
        const value = worker * 100_000 + turn;
        await each.create(address, { value });
        expect((await each.read(address, 1)).data).toEqual({ value });
        if (turn % 3 === 0) await each.destroy(address);
        else written.push([address, value]);
      }
    });
    for (let times = 0; times < 3; times += 1) await rotateLocalSecrets(folder);
    isRotating = false;
    await Promise.all(work);
    expect(written.length).toBeGreaterThan(0);
    expect(keyIds()).toHaveLength(1);
    const fresh = new LocalSecretStore(folder);
    for (const [address, value] of written) expect((await fresh.read(address, 1)).data).toEqual({ value });
  });
});
