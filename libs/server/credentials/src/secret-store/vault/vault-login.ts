import { readFile } from 'node:fs/promises';
import { SecretsError } from '../secrets-error';
import { dig, judgeAnswer, type VaultAnswer } from './vault-answer';
import type { VaultClient } from './vault-client';

/** What a login granted. */
export interface VaultGrant {
  readonly token: string;
  /** 0 when it never ends. */
  readonly leaseSeconds: number;
  readonly renewable: boolean;
}

/** A way to log in. */
export interface VaultLogin {
  /** Whether the token is ours alone, so that it is revoked when the process ends. */
  readonly isOurs: boolean;
  /** @throws VaultLoginRefused when people must mend something, SecretsError or VaultUnreachable when waiting does */
  login(client: VaultClient): Promise<VaultGrant>;
}

/** Vault does not let us in with what we have. Its message names the setting, never a value. */
export class VaultLoginRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'VaultLoginRefused';
  }
}

/** Role id and secret id; the secret id comes from a file, plain or response-wrapped. */
export interface AppRoleSettings {
  readonly mount: string;
  readonly roleId: string;
  readonly secretIdFile: string;
}

/** A role that is bound to service accounts of Kubernetes. */
export interface KubernetesSettings {
  readonly mount: string;
  readonly role: string;
  readonly tokenFile: string;
}

/** @throws what the answer to a login means when it is no grant */
function refuseUnlessOk(answer: VaultAnswer, refused: string): void {
  const verdict = judgeAnswer(answer);
  if (verdict.kind === 'ok') return;
  if (verdict.kind === 'unavailable') throw new SecretsError('SECRETS_UNAVAILABLE', verdict.reason);
  throw new VaultLoginRefused(refused);
}

/** @throws VaultLoginRefused when the answer holds no token */
function grantOf(body: unknown): VaultGrant {
  const token = dig(body, 'auth', 'client_token');
  if (typeof token !== 'string') throw new VaultLoginRefused('the answer to the login holds no token; see VAULT_ADDR');
  return { token, ...leaseOf(body) };
}

/** How long the token of an answer lives. */
export function leaseOf(body: unknown): { readonly leaseSeconds: number; readonly renewable: boolean } {
  const seconds = dig(body, 'auth', 'lease_duration');
  return {
    leaseSeconds: typeof seconds === 'number' && seconds > 0 ? seconds : 0,
    renewable: dig(body, 'auth', 'renewable') === true,
  };
}

async function fileOf(name: string, file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new VaultLoginRefused(`the file that ${name} names cannot be read (${error.code ?? 'unknown'})`);
  });
  if (text.trim() === '') throw new VaultLoginRefused(`the file that ${name} names is empty`);
  return text.trim();
}

const wrappingToken = /^(hvs|hvb|s|b)\.[\w.-]+$/;

/** The wrapping token in a file as `vault write -wrap-ttl` leaves it, as text or as JSON; null when it holds a plain secret id. */
function wrappingTokenIn(text: string): string | null {
  if (wrappingToken.test(text)) return text;
  if (!text.startsWith('{')) return null;
  try {
    const token = dig(JSON.parse(text), 'wrap_info', 'token');
    return typeof token === 'string' ? token : null;
  } catch {
    return null;
  }
}

/** AppRole. A wrapped secret id opens once: it is kept in memory for later logins, until the file holds another one. */
export class AppRoleLogin implements VaultLogin {
  readonly isOurs = true;
  readonly #settings: AppRoleSettings;
  #opened: { readonly file: string; readonly secretId: string } | null = null;

  constructor(settings: AppRoleSettings) {
    this.#settings = settings;
  }

  async login(client: VaultClient): Promise<VaultGrant> {
    const { mount, roleId } = this.#settings;
    const answer = await client.call({
      method: 'POST',
      path: `auth/${mount}/login`,
      body: { role_id: roleId, secret_id: await this.#secretId(client) },
    });
    refuseUnlessOk(answer, 'Vault refuses the login; see VAULT_ROLE_ID, VAULT_SECRET_ID_FILE and VAULT_APPROLE_MOUNT');
    return grantOf(answer.body);
  }

  async #secretId(client: VaultClient): Promise<string> {
    const file = await fileOf('VAULT_SECRET_ID_FILE', this.#settings.secretIdFile);
    if (this.#opened?.file === file) return this.#opened.secretId;
    const wrapped = wrappingTokenIn(file);
    const secretId = wrapped === null ? file : await unwrap(client, wrapped);
    this.#opened = { file, secretId };
    return secretId;
  }
}

async function unwrap(client: VaultClient, token: string): Promise<string> {
  const answer = await client.call({ method: 'POST', path: 'sys/wrapping/unwrap', token });
  refuseUnlessOk(
    answer,
    'the wrapped secret id in VAULT_SECRET_ID_FILE does not open: too old, used by an earlier start, or SOMEBODY ELSE OPENED IT; revoke it and deliver a new one',
  );
  const secretId = dig(answer.body, 'data', 'secret_id');
  if (typeof secretId !== 'string') throw new VaultLoginRefused('what VAULT_SECRET_ID_FILE wraps is no secret id');
  return secretId;
}

/** Kubernetes. The token of the service account changes, so that its file is read at every login. */
export class KubernetesLogin implements VaultLogin {
  readonly isOurs = true;
  readonly #settings: KubernetesSettings;

  constructor(settings: KubernetesSettings) {
    this.#settings = settings;
  }

  async login(client: VaultClient): Promise<VaultGrant> {
    const { mount, role, tokenFile } = this.#settings;
    const jwt = await fileOf('VAULT_K8S_TOKEN_FILE', tokenFile);
    const answer = await client.call({ method: 'POST', path: `auth/${mount}/login`, body: { role, jwt } });
    refuseUnlessOk(answer, 'Vault refuses the login; see VAULT_K8S_ROLE and VAULT_K8S_MOUNT');
    return grantOf(answer.body);
  }
}

/** A token that somebody made by hand: for development. It is renewed, and never revoked. */
export class TokenLogin implements VaultLogin {
  readonly isOurs = false;
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  async login(client: VaultClient): Promise<VaultGrant> {
    const answer = await client.call({ method: 'GET', path: 'auth/token/lookup-self', token: this.#token });
    refuseUnlessOk(answer, 'Vault refuses the token; see VAULT_TOKEN');
    const ttl = dig(answer.body, 'data', 'ttl');
    return {
      token: this.#token,
      leaseSeconds: typeof ttl === 'number' ? ttl : 0,
      renewable: dig(answer.body, 'data', 'renewable') === true,
    };
  }
}
