import { ConfigError, readConfig } from '@millrace/server-platform';
import { secretSettingsOf, type SecretSettings } from './secret-settings';
import { secretsConfig } from './secret-store.config';

const vault = { VAULT_ADDR: 'https://vault.example.com:8200/' };
const appRole = { ...vault, VAULT_AUTH: 'approle', VAULT_ROLE_ID: 'role', VAULT_SECRET_ID_FILE: '/run/secret-id' };

function settingsOf(env: Record<string, string>, isProduction = true): SecretSettings {
  return secretSettingsOf(readConfig(env, [secretsConfig]).of(secretsConfig), isProduction);
}

/** `NAME: message` of each problem. */
function problemsOf(env: Record<string, string>, isProduction = true): readonly string[] {
  try {
    settingsOf(env, isProduction);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ name, message }) => `${name}: ${message}`);
  }
}

it('without VAULT_ADDR secrets are files of this machine', () => {
  expect(settingsOf({}, false)).toEqual({ store: 'local', folder: '.data/secrets' });
  expect(settingsOf({ MILLRACE_SECRETS_DIR: '/var/lib/secrets' }, false)).toMatchObject({ folder: '/var/lib/secrets' });
});

it('in production there are no files of this machine unless somebody says so', () => {
  expect(problemsOf({})).toEqual([expect.stringMatching(/^VAULT_ADDR: is missing.*MILLRACE_LOCAL_SECRETS=allow/)]);
  expect(settingsOf({ MILLRACE_LOCAL_SECRETS: 'allow' })).toMatchObject({ store: 'local' });
  expect(problemsOf({ MILLRACE_LOCAL_SECRETS: 'yes' })).toEqual([
    'MILLRACE_LOCAL_SECRETS: must be allow, or absent' +
      '. allow keeps secrets in files of this machine though NODE_ENV is production and there is no VAULT_ADDR.',
  ]);
});

it('VAULT_ADDR chooses Vault, with AppRole', () => {
  expect(
    settingsOf({ ...appRole, VAULT_NAMESPACE: 'team', VAULT_CACERT: '/ca.pem', VAULT_KV_MOUNT: 'kv/millrace' }),
  ).toEqual({
    store: 'vault',
    address: 'https://vault.example.com:8200',
    mount: 'kv/millrace',
    namespace: 'team',
    caFile: '/ca.pem',
    auth: { method: 'approle', mount: 'approle', roleId: 'role', secretIdFile: '/run/secret-id' },
  });
});

it('with Kubernetes, or with a token where it is not production', () => {
  expect(settingsOf({ ...vault, VAULT_AUTH: 'kubernetes', VAULT_K8S_ROLE: 'worker' })).toMatchObject({
    auth: {
      method: 'kubernetes',
      mount: 'kubernetes',
      role: 'worker',
      tokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token',
    },
  });
  const token = { VAULT_ADDR: 'http://127.0.0.1:8200', VAULT_AUTH: 'token', VAULT_TOKEN: 'dev' };
  expect(settingsOf(token, false)).toMatchObject({
    address: 'http://127.0.0.1:8200',
    auth: { method: 'token', token: 'dev' },
  });
  expect(problemsOf({ ...vault, VAULT_AUTH: 'token', VAULT_TOKEN: 'dev' })).toEqual([
    'VAULT_AUTH: must be approle or kubernetes in production',
  ]);
});

it.each([
  [{ ...vault }, ['VAULT_AUTH']],
  [{ ...vault, VAULT_AUTH: 'approle' }, ['VAULT_ROLE_ID', 'VAULT_SECRET_ID_FILE']],
  [{ ...vault, VAULT_AUTH: 'kubernetes' }, ['VAULT_K8S_ROLE']],
  [{ ...vault, VAULT_AUTH: 'ldap' }, ['VAULT_AUTH']],
  [{ ...appRole, VAULT_ADDR: 'http://vault.example.com:8200' }, ['VAULT_ADDR']],
  [{ ...appRole, VAULT_ADDR: 'http://127.0.0.1:8200' }, ['VAULT_ADDR']],
  [{ ...appRole, VAULT_ADDR: 'vault:8200' }, ['VAULT_ADDR']],
  [{ ...appRole, VAULT_ADDR: 'https://vault.example.com/v1' }, ['VAULT_ADDR']],
  [{ ...appRole, VAULT_ADDR: 'https://user:pass@vault.example.com' }, ['VAULT_ADDR']],
  [{ ...appRole, VAULT_KV_MOUNT: '../sys' }, ['VAULT_KV_MOUNT']],
  [{ ...appRole, VAULT_KV_MOUNT: 'a b' }, ['VAULT_KV_MOUNT']],
  [{ ...appRole, VAULT_APPROLE_MOUNT: 'a?b' }, ['VAULT_APPROLE_MOUNT']],
  [{ VAULT_AUTH: 'approle', MILLRACE_LOCAL_SECRETS: 'allow' }, ['VAULT_ADDR']],
])('%j does not start, and names %j', (env, names) => {
  expect(problemsOf(env as Record<string, string>).map((problem) => problem.split(':')[0])).toEqual(names);
});

it('http is for this machine only, and never for production', () => {
  for (const host of ['localhost', '127.0.0.1', '127.8.8.8', '[::1]']) {
    expect(problemsOf({ ...appRole, VAULT_ADDR: `http://${host}:8200` }, false)).toEqual([]);
  }
  for (const host of ['vault', '10.0.0.1', '127.0.0.1.example.com', '128.0.0.1']) {
    expect(problemsOf({ ...appRole, VAULT_ADDR: `http://${host}:8200` }, false)).toHaveLength(1);
  }
});

it('no problem shows a value', () => {
  const env = {
    ...vault,
    VAULT_ADDR: 'https://user:pa55@vault.example.com',
    VAULT_AUTH: 'token',
    VAULT_TOKEN: 's.t0ken',
  };
  expect(problemsOf(env).join()).not.toMatch(/pa55|s\.t0ken/);
});
