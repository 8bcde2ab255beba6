import { isIP } from 'node:net';
import { ConfigError, type ConfigProblem, type ConfigValues } from '@millrace/server-platform';
import type { secretsConfig } from './secret-store.config';
import type { AppRoleSettings, KubernetesSettings } from './vault/vault-login';

/** How to log in to Vault. */
export type VaultAuthSettings =
  | ({ readonly method: 'approle' } & AppRoleSettings)
  | ({ readonly method: 'kubernetes' } & KubernetesSettings)
  | { readonly method: 'token'; readonly token: string };

/** Which store is used, and how. */
export type SecretSettings =
  | { readonly store: 'local'; readonly folder: string }
  | {
      readonly store: 'vault';
      readonly address: string;
      readonly caFile?: string;
      readonly namespace?: string;
      readonly mount: string;
      readonly auth: VaultAuthSettings;
    };

type Values = ConfigValues<typeof secretsConfig>;

/**
 * Reads which settings belong together.
 * @throws ConfigError naming every variable that is missing or wrong
 */
export function secretSettingsOf(values: Values, isProduction: boolean): SecretSettings {
  const problems: ConfigProblem[] = [];
  const settings =
    values.VAULT_ADDR === undefined ? localOf(values, isProduction, problems) : vaultOf(values, isProduction, problems);
  if (problems.length > 0 || settings === null) throw new ConfigError(problems);
  return settings;
}

function localOf(values: Values, isProduction: boolean, problems: ConfigProblem[]): SecretSettings | null {
  if (isProduction && values.MILLRACE_LOCAL_SECRETS !== 'allow') {
    problems.push({
      name: 'VAULT_ADDR',
      message:
        'is missing. In production secrets belong into HashiCorp Vault; MILLRACE_LOCAL_SECRETS=allow keeps them in encrypted files of MILLRACE_SECRETS_DIR instead',
    });
  }
  if (values.VAULT_AUTH !== undefined)
    problems.push({ name: 'VAULT_ADDR', message: 'is missing, though VAULT_AUTH is set' });
  return { store: 'local', folder: values.MILLRACE_SECRETS_DIR };
}

function vaultOf(values: Values, isProduction: boolean, problems: ConfigProblem[]): SecretSettings | null {
  const address = addressOf(values.VAULT_ADDR ?? '', isProduction, problems);
  const auth = authOf(values, isProduction, problems);
  if (address === null || auth === null) return null;
  return {
    store: 'vault',
    address,
    mount: values.VAULT_KV_MOUNT,
    auth,
    ...(values.VAULT_CACERT === undefined ? {} : { caFile: values.VAULT_CACERT }),
    ...(values.VAULT_NAMESPACE === undefined ? {} : { namespace: values.VAULT_NAMESPACE }),
  };
}

function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** Scheme, host and port; null when a problem was told. */
function addressOf(text: string, isProduction: boolean, problems: ConfigProblem[]): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (!url || !isPlain || !/^https?:$/.test(url.protocol)) {
    problems.push({
      name: 'VAULT_ADDR',
      message: 'must be scheme, host and port, such as https://vault.example.com:8200',
    });
    return null;
  }
  if (url.protocol === 'http:' && (isProduction || !isLoopback(url.hostname))) {
    problems.push({
      name: 'VAULT_ADDR',
      message: 'must begin with https: http is for a Vault on this machine, and not for production',
    });
    return null;
  }
  return url.origin;
}

function authOf(values: Values, isProduction: boolean, problems: ConfigProblem[]): VaultAuthSettings | null {
  const need = (name: keyof Values): string => {
    const value = values[name];
    if (value === undefined) problems.push({ name, message: `is missing; VAULT_AUTH=${values.VAULT_AUTH} needs it` });
    return String(value ?? '');
  };
  switch (values.VAULT_AUTH) {
    case 'approle':
      return {
        method: 'approle',
        mount: values.VAULT_APPROLE_MOUNT,
        roleId: need('VAULT_ROLE_ID'),
        secretIdFile: need('VAULT_SECRET_ID_FILE'),
      };
    case 'kubernetes':
      return {
        method: 'kubernetes',
        mount: values.VAULT_K8S_MOUNT,
        role: need('VAULT_K8S_ROLE'),
        tokenFile: values.VAULT_K8S_TOKEN_FILE,
      };
    case 'token':
      if (isProduction) {
        problems.push({ name: 'VAULT_AUTH', message: 'must be approle or kubernetes in production' });
      }
      return { method: 'token', token: need('VAULT_TOKEN') };
    case undefined:
      problems.push({ name: 'VAULT_AUTH', message: 'is missing; must be approle, kubernetes or token' });
      return null;
  }
}
