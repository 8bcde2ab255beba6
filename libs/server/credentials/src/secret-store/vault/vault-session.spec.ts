import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { Logger } from '@millrace/server-platform';
import { FakeVault } from '../testing/fake-vault';
import { HandClock, until } from '../testing/test-clocks';
import { appRole, openVault, prepareVault, type OpenedVault, type PreparedRole } from '../testing/vault-setting';
import { AppRoleLogin, KubernetesLogin, TokenLogin, type VaultLogin } from './vault-login';

const folder = mkdtempSync(path.join(tmpdir(), 'millrace-session-'));
const file = path.join(folder, 'secret-id');
const logins = /^POST auth\/.+\/login$/;
const renewals = /renew-self/;

let clock: HandClock;
let fake: FakeVault;
let opened: OpenedVault | null = null;
let logged = '';
const logger = Logger.create(
  'debug',
  new Writable({
    write: (chunk, _, done) => {
      logged += String(chunk);
      done();
    },
  }),
);

beforeEach(async () => {
  clock = new HandClock();
  logged = '';
  fake = await FakeVault.start(clock.now);
});
afterEach(async () => {
  await opened?.store.close();
  opened = null;
  await fake.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function open(login: VaultLogin): OpenedVault {
  opened = openVault({ address: fake.address, login, clock, logger });
  return opened;
}

function openAppRole(role: PreparedRole, secretId = role.newSecretId()): OpenedVault {
  writeFileSync(file, secretId);
  return open(appRole(role, file));
}

/** Lets the next timer run. */
function toNextTimer(): void {
  clock.advance(clock.nextInMs ?? 0);
}

async function renewedTimes(times: number): Promise<void> {
  await until(() => fake.seenLike(renewals).length === times && clock.nextInMs !== null);
}

describe('a login', () => {
  it('happens once for all who ask at the same time', async () => {
    const { session } = openAppRole(prepareVault(fake).both);
    const tokens = await Promise.all(Array.from({ length: 20 }, () => session.token()));
    expect(new Set(tokens).size).toBe(1);
    expect(fake.seenLike(logins)).toHaveLength(1);
    expect(session.trouble).toBeNull();
  });

  it('opens a wrapped secret id once and uses it for later logins too', async () => {
    const { both } = prepareVault(fake);
    const { session } = openAppRole(both, both.newWrappedSecretId());
    const first = await session.token();
    fake.revokeAll();
    expect(await session.refused(first)).toBe('again');
    expect(await session.token()).not.toBe(first);
    expect(fake.seenLike(/unwrap/)).toHaveLength(1);
  });

  it('takes the JSON that the vault command leaves', async () => {
    const { both } = prepareVault(fake);
    const { session } = openAppRole(both, JSON.stringify({ wrap_info: { token: both.newWrappedSecretId(), ttl: 60 } }));
    await expect(session.token()).resolves.toMatch(/^s\./);
  });

  it('raises the alarm when somebody else opened the wrapped secret id', async () => {
    const { both } = prepareVault(fake);
    const wrapped = both.newWrappedSecretId();
    fake.ask('POST', 'sys/wrapping/unwrap', null, { 'x-vault-token': wrapped });
    const { session } = openAppRole(both, wrapped);
    await expect(session.token()).rejects.toMatchObject({ code: 'SECRETS_UNAVAILABLE' });
    expect(session.trouble).toContain('SOMEBODY ELSE OPENED IT');
    expect(logged).toContain('"level":"error"');
    expect(logged).not.toContain(wrapped);
  });

  it('takes a new secret id from the file when the old one ended', async () => {
    const { both } = prepareVault(fake);
    const { session } = openAppRole(both, 'not-a-secret-id');
    await expect(session.token()).rejects.toMatchObject({ code: 'SECRETS_UNAVAILABLE' });
    writeFileSync(file, both.newSecretId());
    toNextTimer();
    await until(() => session.trouble === null);
  });

  it('with Kubernetes reads the token of the service account each time', async () => {
    fake.ask('POST', 'sys/auth/kubernetes', { type: 'kubernetes' });
    fake.ask('POST', 'auth/kubernetes/role/worker', {
      token_policies: ['default'],
      token_ttl: '20s',
      token_max_ttl: '60s',
    });
    fake.allowServiceAccount('jwt-2');
    writeFileSync(file, 'jwt-1');
    const { session } = open(new KubernetesLogin({ mount: 'kubernetes', role: 'worker', tokenFile: file }));
    await expect(session.token()).rejects.toMatchObject({ code: 'SECRETS_UNAVAILABLE' });
    expect(session.trouble).toContain('VAULT_K8S_ROLE');
    writeFileSync(file, 'jwt-2\n');
    toNextTimer();
    await until(() => session.trouble === null);
  });

  it.each([
    [
      'a file that is not there',
      () => new AppRoleLogin({ mount: 'approle', roleId: 'r', secretIdFile: path.join(folder, 'none') }),
      'VAULT_SECRET_ID_FILE',
    ],
    ['a token that nobody knows', () => new TokenLogin('s.unknown'), 'VAULT_TOKEN'],
    [
      'a way to log in that is not mounted',
      () => new KubernetesLogin({ mount: 'k8s', role: 'x', tokenFile: file }),
      'VAULT_K8S_MOUNT',
    ],
  ])('with %s names the setting', async (_, login, setting) => {
    writeFileSync(file, 'something');
    const { session } = open(login());
    await expect(session.token()).rejects.toMatchObject({ code: 'SECRETS_UNAVAILABLE', fault: 'transient' });
    expect(session.trouble).toContain(setting);
    expect(logged).toContain('AUTH_CONFIG');
  });

  it('that is refused is tried again later and later, and callers are not kept waiting', async () => {
    const { both } = prepareVault(fake);
    const { session } = openAppRole(both, 'wrong');
    const waits: number[] = [];
    for (let tries = 1; tries <= 9; tries += 1) {
      if (tries === 1) session.start();
      else toNextTimer();
      await until(() => fake.seenLike(logins).length === tries && clock.nextInMs !== null);
      waits.push(clock.nextInMs ?? 0);
      await expect(session.token()).rejects.toMatchObject({ code: 'SECRETS_UNAVAILABLE' });
      expect(fake.seenLike(logins)).toHaveLength(tries);
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    expect(session.hasLoggedIn).toBe(false);
  });
});

describe('the token', () => {
  it('is renewed at two thirds of what was granted', async () => {
    const { session } = openAppRole(prepareVault(fake, { ttl: '60s', maxTtl: '4h' }).both);
    const token = await session.token();
    expect(clock.nextInMs).toBeCloseTo(40_000);
    toNextTimer();
    await renewedTimes(1);
    expect(await session.token()).toBe(token);
    expect(clock.nextInMs).toBeCloseTo(40_000);
  });

  it('is kept over a ladder of 20, 20, 20, 11 seconds and replaced before it ends, with nobody waiting', async () => {
    const { session } = openAppRole(prepareVault(fake, { ttl: '20s', maxTtl: '51s' }).both);
    const first = await session.token();
    const leases: number[] = [];
    while (fake.seenLike(logins).length === 1) {
      const renewalsSoFar = fake.seenLike(renewals).length;
      leases.push(Math.round(((clock.nextInMs ?? 0) * 1.5) / 1_000));
      expect(session.trouble).toBeNull();
      toNextTimer();
      await renewedTimes(renewalsSoFar + 1);
      await until(() => session.trouble === null);
      if (leases.length >= 4) await until(() => fake.seenLike(logins).length === 2 && clock.nextInMs !== null);
    }
    expect(leases).toEqual([20, 20, 20, 11]);
    await until(() => fake.tokenCount === 2);
    const second = await session.token();
    expect(second).not.toBe(first);
    expect(clock.now()).toBeLessThan(51_000);
  });

  it('is replaced by a login when renewing it fails twice', async () => {
    const { session } = openAppRole(prepareVault(fake, { ttl: '60s', maxTtl: '4h' }).both);
    const first = await session.token();
    fake.interfere(renewals, 'reset', 2);
    toNextTimer();
    await renewedTimes(1);
    expect(clock.nextInMs).toBeCloseTo(10_000);
    expect(await session.token()).toBe(first);
    toNextTimer();
    await until(() => fake.seenLike(logins).length === 2);
    await until(() => clock.nextInMs !== null);
    expect(await session.token()).not.toBe(first);
  });

  it('is renewed over months without a timer that overflows', async () => {
    const { session } = openAppRole(prepareVault(fake, { ttl: '2160h', maxTtl: '87600h' }).both);
    await session.token();
    expect(clock.nextInMs).toBeGreaterThan(2 ** 31);
    for (let day = 0; day < 59; day += 1) clock.advance(86_400_000);
    expect(fake.seenLike(renewals)).toHaveLength(0);
    clock.advance(2 * 86_400_000);
    await renewedTimes(1);
  });

  it('that never ends is not renewed', async () => {
    prepareVault(fake);
    const { session } = open(new TokenLogin('root-of-the-fake'));
    expect(await session.token()).toBe('root-of-the-fake');
    expect(clock.nextInMs).toBeNull();
  });

  it('that was forgotten is replaced once, however many were refused', async () => {
    const { session } = openAppRole(prepareVault(fake).both);
    const token = await session.token();
    fake.revokeAll();
    const found = await Promise.all(Array.from({ length: 10 }, () => session.refused(token)));
    expect(new Set(found)).toEqual(new Set(['again']));
    expect(fake.seenLike(logins)).toHaveLength(2);
    expect(fake.seenLike(/lookup-self/)).toHaveLength(1);
  });

  it('is not replaced when a policy said no', async () => {
    const { session } = openAppRole(prepareVault(fake).both);
    expect(await session.refused(await session.token())).toBe('policy');
    expect(fake.seenLike(logins)).toHaveLength(1);
  });

  it('is revoked at the end, and nothing is asked afterwards', async () => {
    const { store, session } = openAppRole(prepareVault(fake).both);
    await session.token();
    expect(fake.tokenCount).toBe(1);
    await store.close();
    expect(fake.tokenCount).toBe(0);
    expect(clock.nextInMs).toBeNull();
    await expect(session.token()).rejects.toMatchObject({ code: 'SECRETS_UNAVAILABLE' });
  });

  it('is revoked also when the login was still on its way', async () => {
    const { store, session } = openAppRole(prepareVault(fake).both);
    session.start();
    await store.close();
    expect(fake.tokenCount).toBe(0);
  });

  it('that somebody made by hand is left alone at the end', async () => {
    prepareVault(fake);
    const { store, session } = open(new TokenLogin('root-of-the-fake'));
    await session.token();
    await store.close();
    expect(fake.seenLike(/revoke-self/)).toHaveLength(0);
  });

  it('never appears in the log, nor does what it was got with', async () => {
    const { both } = prepareVault(fake);
    const secretId = both.newSecretId();
    const { session } = openAppRole(both, secretId);
    const token = await session.token();
    fake.revokeAll();
    await session.refused(token);
    for (const secret of [secretId, token, await session.token()]) expect(logged).not.toContain(secret);
    expect(logged).toContain('logged in to Vault');
  });
});
