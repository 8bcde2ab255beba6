import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Logger } from '@millrace/server-platform';
import { systemClock, type VaultClock } from '../vault/vault-clock';
import { VaultClient } from '../vault/vault-client';
import { AppRoleLogin, type VaultLogin } from '../vault/vault-login';
import { VaultSecretStore } from '../vault/vault-secret-store';
import { VaultSession } from '../vault/vault-session';
import { createVaultTransport } from '../vault/vault-transport';
import type { FakeVault } from './fake-vault';

/** Where the KV engine of the tests is. */
export const TEST_MOUNT = 'millrace';

/** Folder of the policies that are delivered. */
const policyFolder = path.resolve(__dirname, '../../../../../../infra/vault/policies');

/** What `prepareVault` made: how to log in as each process. */
export interface PreparedRole {
  readonly roleId: string;
  newSecretId(): string;
  /** A token that opens one new secret id. */
  newWrappedSecretId(ttlSeconds?: number): string;
}

/** Which rights a process has. */
export type TestRole = 'api' | 'worker' | 'both';

function dataOf(answer: { body?: unknown }): Record<string, string> {
  return (answer.body as { data: Record<string, string> }).data;
}

/** Sets a fake up as infra/vault/bootstrap.sh sets up a real one, with the delivered policies. */
export function prepareVault(
  fake: FakeVault,
  lease: { readonly ttl: string; readonly maxTtl: string } = { ttl: '20m', maxTtl: '4h' },
): Readonly<Record<TestRole, PreparedRole>> {
  fake.ask('POST', `sys/mounts/${TEST_MOUNT}`, { type: 'kv', options: { version: '2' } });
  fake.ask('POST', `${TEST_MOUNT}/config`, { max_versions: 5, cas_required: true });
  fake.ask('POST', 'sys/auth/approle', { type: 'approle' });
  for (const name of ['api', 'worker']) {
    const policy = readFileSync(path.join(policyFolder, `${name}.hcl`), 'utf8').replaceAll('MOUNT/', `${TEST_MOUNT}/`);
    fake.ask('PUT', `sys/policies/acl/millrace-${name}`, { policy });
  }
  const role = (name: string, policies: readonly string[]): PreparedRole => {
    const at = `auth/approle/role/${name}`;
    const settings = {
      token_policies: policies,
      token_ttl: lease.ttl,
      token_max_ttl: lease.maxTtl,
      secret_id_ttl: '24h',
    };
    fake.ask('POST', at, settings);
    return {
      roleId: dataOf(fake.ask('GET', `${at}/role-id`))['role_id'] ?? '',
      newSecretId: () => dataOf(fake.ask('POST', `${at}/secret-id`, {}))['secret_id'] ?? '',
      newWrappedSecretId: (ttlSeconds = 60) => {
        const answer = fake.ask('POST', `${at}/secret-id`, {}, { 'x-vault-wrap-ttl': `${ttlSeconds}s` });
        return (answer.body as { wrap_info: { token: string } }).wrap_info.token;
      },
    };
  };
  return {
    api: role('api', ['millrace-api']),
    worker: role('worker', ['millrace-worker']),
    both: role('both', ['millrace-api', 'millrace-worker']),
  };
}

/** A store in a Vault, with what it is made of. */
export interface OpenedVault {
  readonly store: VaultSecretStore;
  readonly session: VaultSession;
  readonly client: VaultClient;
}

/** What `openVault` needs to know. */
export interface VaultToOpen {
  readonly address: string;
  readonly login: VaultLogin;
  readonly clock?: VaultClock;
  readonly logger?: Logger;
  readonly mount?: string;
  readonly totalTimeoutMs?: number;
}

/** The store as the product makes it. */
export function openVault(options: VaultToOpen): OpenedVault {
  const {
    address,
    login,
    clock = systemClock,
    logger = Logger.silent(),
    mount = TEST_MOUNT,
    totalTimeoutMs = 2_000,
  } = options;
  const client = new VaultClient({ address }, createVaultTransport({ connectTimeoutMs: 1_000, totalTimeoutMs }));
  const session = new VaultSession({ client, login, clock, logger });
  return { client, session, store: new VaultSecretStore({ client, session, clock, mount }) };
}

/** A login with a secret id that is written to `file`. */
export function appRole(role: PreparedRole, secretIdFile: string): AppRoleLogin {
  return new AppRoleLogin({ mount: 'approle', roleId: role.roleId, secretIdFile });
}
