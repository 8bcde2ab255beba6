import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { newId } from '@millrace/server-platform';
import { credentialSecret, type SecretAddress } from '../secret-address';
import { FakeVault } from '../testing/fake-vault';
import { RawHttpServer, type RawRequest } from '../testing/raw-http-server';
import { ImpatientClock } from '../testing/test-clocks';
import { appRole, openVault, prepareVault, type OpenedVault } from '../testing/vault-setting';

const folder = mkdtempSync(path.join(tmpdir(), 'millrace-faults-'));
const file = path.join(folder, 'secret-id');
const reads = /^GET millrace\/data\//;
const writes = /^POST millrace\/data\//;
const VALUE = 'the-value-of-the-secret';

let clock: ImpatientClock;
let fake: FakeVault;
let opened: OpenedVault;
let address: SecretAddress;

beforeEach(async () => {
  clock = new ImpatientClock();
  fake = await FakeVault.start();
  const { both } = prepareVault(fake);
  writeFileSync(file, both.newSecretId());
  opened = openVault({ address: fake.address, login: appRole(both, file), clock, totalTimeoutMs: 300 });
  address = credentialSecret(newId());
  await opened.store.create(address, { key: VALUE });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await opened.store.close();
  await fake.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unavailable = { code: 'SECRETS_UNAVAILABLE', fault: 'transient', status: 503 };

describe('a Vault that is sealed in the middle', () => {
  it('is told from everything else, and read again after it was unsealed, without a new login', async () => {
    fake.isSealed = true;
    await expect(opened.store.read(address, 1)).rejects.toMatchObject({
      ...unavailable,
      details: { reason: 'sealed' },
    });
    expect(await opened.store.health()).toEqual({ ok: false, store: 'vault', reason: 'sealed' });
    fake.isSealed = false;
    expect((await opened.store.read(address, 1)).data).toEqual({ key: VALUE });
    expect(fake.seenLike(/login$/)).toHaveLength(1);
    expect(await opened.store.health()).toEqual({ ok: true, store: 'vault' });
  });

  it('keeps a process that was ready ready', async () => {
    fake.isSealed = true;
    await expect(opened.store.ready()).resolves.toBeUndefined();
  });
});

describe('reads', () => {
  it.each([
    ['a reset', 'reset'],
    ['an election', 'election'],
    ['throttling', 'throttle'],
    ['a gateway that is broken', { status: 502, body: '<html>Bad Gateway</html>' }],
    ['a leader that is gone', { redirectTo: 'http://127.0.0.1:1' }],
    ['a Vault that has not caught up', { status: 412, body: { errors: ['required index state not present'] } }],
  ] as const)('outlive %s', async (_, fault) => {
    fake.interfere(reads, fault, 3);
    expect((await opened.store.read(address, 1)).data).toEqual({ key: VALUE });
    expect(fake.seenLike(reads)).toHaveLength(4);
    expect(clock.waits).toEqual([50, 200, 800]);
  });

  it('give up after four tries and say that waiting helps', async () => {
    fake.interfere(reads, 'election');
    await expect(opened.store.read(address, 1)).rejects.toMatchObject(unavailable);
    expect(fake.seenLike(reads)).toHaveLength(4);
  });

  it('do not wait for a server that is silent', async () => {
    fake.interfere(reads, 'hang', 1);
    expect((await opened.store.read(address, 1)).data).toEqual({ key: VALUE });
  });

  it.each([
    ['a wrong request', { status: 400, body: { errors: ['error parsing JSON'] } }],
    ['a method that is not allowed', { status: 405, body: { errors: [] } }],
    ['too much', { status: 413, body: { errors: ['error parsing JSON'] } }],
    [
      'a key that does not fit',
      { status: 500, body: { errors: ['1 error occurred:\n\t* cipher: message authentication failed\n\n'] } },
    ],
    ['a mount that is missing', { status: 404, body: { errors: [`no handler for route 'x/y'`] } }],
  ])('are not repeated after %s', async (_, answer) => {
    fake.interfere(reads, answer);
    await expect(opened.store.read(address, 1)).rejects.toThrow();
    expect(fake.seenLike(reads)).toHaveLength(1);
  });

  it('share one request with all who want the same at the same time', async () => {
    await Promise.all(Array.from({ length: 50 }, () => opened.store.read(address, 1)));
    expect(fake.seenLike(reads)).toHaveLength(1);
    await opened.store.read(address, 1);
    expect(fake.seenLike(reads)).toHaveLength(2);
  });

  it('go on with a new token when the old one was revoked', async () => {
    fake.revokeAll();
    expect((await opened.store.read(address, 1)).data).toEqual({ key: VALUE });
    expect(fake.seenLike(/login$/)).toHaveLength(2);
  });

  it('do not log in again because a policy says no', async () => {
    fake.ask('PUT', 'sys/policies/acl/millrace-worker', {
      policy: 'path "auth/token/lookup-self" { capabilities = ["read"] }',
    });
    await expect(opened.store.read(address, 1)).rejects.toMatchObject({ code: 'SECRETS_FORBIDDEN' });
    expect(fake.seenLike(/login$/)).toHaveLength(1);
    expect(fake.seenLike(reads)).toHaveLength(1);
  });

  it('tell deleted from destroyed from never written', async () => {
    const at = `credentials/${address.id}`;
    await opened.store.update(address, 1, { key: 'second' });
    fake.ask('DELETE', `millrace/data/${at}`);
    await expect(opened.store.read(address)).rejects.toMatchObject({ code: 'CREDENTIAL_DELETED', status: 410 });
    fake.ask('POST', `millrace/destroy/${at}`, { versions: [2] });
    await expect(opened.store.read(address, 2)).rejects.toMatchObject({ code: 'CREDENTIAL_DESTROYED', status: 410 });
    await expect(opened.store.read(address, 9)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await opened.store.read(address, 1)).data).toEqual({ key: VALUE });
  });
});

describe('writes whose answer was lost', () => {
  it('are not made twice by create', async () => {
    const other = credentialSecret(newId());
    fake.interfere(writes, 'lost', 1);
    expect(await opened.store.create(other, { key: 'x' })).toEqual({ version: 1 });
    expect(await opened.store.newestVersion(other)).toEqual({ version: 1 });
  });

  it('end in a version that holds the values of the caller for certain', async () => {
    fake.interfere(writes, 'lost', 1);
    const { version } = await opened.store.update(address, 1, { key: 'mine' });
    expect((await opened.store.read(address, version)).data).toEqual({ key: 'mine' });
    expect((await opened.store.read(address, 1)).data).toEqual({ key: VALUE });
  });

  it('may be lost twice in a row', async () => {
    fake.interfere(writes, 'lost', 2);
    const { version } = await opened.store.update(address, 1, { key: 'mine' });
    expect(await opened.store.newestVersion(address)).toEqual({ version });
    expect((await opened.store.read(address, version)).data).toEqual({ key: 'mine' });
  });

  it('are repeated when nothing had been written', async () => {
    fake.interfere(writes, 'reset', 2);
    expect(await opened.store.update(address, 1, { key: 'mine' })).toEqual({ version: 2 });
  });

  it('are a conflict when others wrote more than that meanwhile', async () => {
    fake.interfere(writes, 'lost', 1);
    const at = `millrace/data/credentials/${address.id}`;
    const writing = opened.store.update(address, 1, { key: 'mine' });
    fake.interfere(/^GET millrace\/metadata/, 'election', 1);
    fake.ask('POST', at, { data: { key: 'a' }, options: { cas: 1 } });
    fake.ask('POST', at, { data: { key: 'b' }, options: { cas: 2 } });
    await expect(writing).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('are a conflict at once when the first answer says so', async () => {
    await opened.store.update(address, 1, { key: 'theirs' });
    const before = fake.seen.length;
    await expect(opened.store.update(address, 1, { key: 'mine' })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(fake.seen.length - before).toBe(1);
  });
});

describe('the breaker', () => {
  it('stops asking after failures in a row, and asks again later', async () => {
    fake.interfere(reads, 'election');
    await expect(opened.store.read(address, 1)).rejects.toMatchObject(unavailable);
    await expect(opened.store.read(address, 1)).rejects.toMatchObject(unavailable);
    const asked = fake.seenLike(reads).length;
    expect(asked).toBe(5);
    fake.behave();
    await expect(opened.store.read(address, 1)).rejects.toMatchObject(unavailable);
    expect(fake.seenLike(reads)).toHaveLength(asked);
    const later = Date.now() + 10_001;
    jest.spyOn(Date, 'now').mockImplementation(() => later);
    expect((await opened.store.read(address, 1)).data).toEqual({ key: VALUE });
  });

  it('does not open because secrets are missing', async () => {
    for (let tries = 0; tries < 30; tries += 1) {
      await expect(opened.store.read(credentialSecret(newId()))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(opened.store.read(address, 1)).resolves.toBeDefined();
  });
});

describe('what is secret', () => {
  it('never reaches the host of a redirect', async () => {
    const stolen: RawRequest[] = [];
    const thief = new RawHttpServer((request) => {
      stolen.push(request);
      return { status: 200, body: '{}' };
    });
    const redirectTo = await thief.listen();
    try {
      fake.interfere(/millrace|auth/, { redirectTo });
      await expect(opened.store.read(address, 1)).rejects.toMatchObject(unavailable);
      await expect(opened.store.update(address, 1, { key: 'x' })).rejects.toMatchObject(unavailable);
      expect(fake.seenLike(reads).length).toBeGreaterThan(0);
      expect(stolen).toEqual([]);
    } finally {
      await thief.close();
    }
  });

  it.each(['reset', 'hang', 'election', { status: 400, body: { errors: [`quoted ${VALUE}`] } }] as const)(
    'is in no part of the error after %j',
    async (fault) => {
      fake.interfere(writes, fault);
      const failed: unknown = await opened.store.update(address, 1, { key: VALUE }).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(Error);
      const shown = `${inspect(failed, { depth: 20, showHidden: true })}${JSON.stringify(failed)}`;
      const token = fake.seenLike(writes)[0]?.token ?? 'none';
      expect(token).toMatch(/^s\./);
      expect(shown).not.toContain(token);
      expect(shown).not.toContain(VALUE);
    },
  );
});

describe('health', () => {
  it('takes a standby for healthy', async () => {
    fake.isStandby = true;
    expect(await opened.store.health()).toEqual({ ok: true, store: 'vault' });
  });

  it.each([
    [501, 'not initialised'],
    [503, 'sealed'],
    [472, 'a standby for disasters'],
    [502, 'status 502'],
  ])('tells what %d means', async (status, reason) => {
    fake.interfere(/sys\/health/, { status, body: '<html>' });
    expect(await opened.store.health()).toEqual({ ok: false, store: 'vault', reason });
  });

  it.each([429, 473])('takes %d for healthy: it is no throttling here', async (status) => {
    fake.interfere(/sys\/health/, { status, body: {} });
    expect(await opened.store.health()).toMatchObject({ ok: true });
  });

  it('answers in time when nothing answers', async () => {
    fake.interfere(/sys\/health/, 'hang');
    expect(await opened.store.health()).toMatchObject({ ok: false, reason: 'it does not answer in time' });
  });
});
