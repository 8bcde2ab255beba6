import { randomUUID } from 'node:crypto';
import { secondsOf, type FakeTokens } from './fake-tokens';
import { enveloped, failure, nothing, type FakeAnswer, type FakeRequest } from './fake-vault-types';

const DEFAULT_TTL_SECONDS = 2_764_800;

interface Role {
  readonly roleId: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** When each secret id ends. */
  readonly secretIds: Map<string, number>;
}

/** One mounted way to log in: AppRole or Kubernetes. */
export class FakeAuth {
  readonly #roles = new Map<string, Role>();

  constructor(
    readonly type: string,
    private readonly mount: string,
    private readonly tokens: FakeTokens,
    private readonly around: { readonly now: () => number; readonly isServiceAccount: (jwt: string) => boolean },
  ) {}

  /** `path` is below the mount. */
  answer(path: string, request: FakeRequest): FakeAnswer {
    const [area, name = '', what] = path.split('/');
    if (area === 'login') return this.type === 'approle' ? this.#appRoleLogin(request) : this.#kubernetesLogin(request);
    if (area !== 'role') return failure(404, `no handler for route 'auth/${this.mount}/${path}'`);
    if (what === undefined && request.method !== 'GET') return this.#putRole(name, request);
    const role = this.#roles.get(name);
    if (!role) return failure(404);
    if (what === 'role-id') return { status: 200, body: enveloped({ role_id: role.roleId }) };
    if (what === 'secret-id') return this.#newSecretId(role);
    return { status: 200, body: enveloped(role.settings) };
  }

  #putRole(name: string, { body }: FakeRequest): FakeAnswer {
    const settings = body as Record<string, unknown>;
    const known = this.#roles.get(name);
    this.#roles.set(name, {
      roleId: known?.roleId ?? randomUUID(),
      settings,
      secretIds: known?.secretIds ?? new Map<string, number>(),
    });
    return nothing;
  }

  #newSecretId(role: Role): FakeAnswer {
    const id = randomUUID();
    const ttl = secondsOf(role.settings['secret_id_ttl'], 0);
    role.secretIds.set(id, ttl === 0 ? Number.POSITIVE_INFINITY : this.around.now() + ttl * 1_000);
    return { status: 200, body: enveloped({ secret_id: id, secret_id_accessor: randomUUID(), secret_id_ttl: ttl }) };
  }

  #appRoleLogin({ body }: FakeRequest): FakeAnswer {
    const { role_id: roleId, secret_id: secretId } = body as { role_id?: string; secret_id?: string };
    const found = [...this.#roles].find(([, role]) => role.roleId === roleId);
    if (!found) return failure(400, 'invalid role ID');
    const [name, role] = found;
    if ((role.secretIds.get(secretId ?? '') ?? 0) <= this.around.now()) return failure(400, 'invalid secret id');
    return this.#grant(role, { role_name: name });
  }

  #kubernetesLogin({ body }: FakeRequest): FakeAnswer {
    const { role: name = '', jwt = '' } = body as { role?: string; jwt?: string };
    const role = this.#roles.get(name);
    if (!role) return failure(400, `invalid role name "${name}"`);
    return this.around.isServiceAccount(jwt) ? this.#grant(role, { role: name }) : failure(403, 'permission denied');
  }

  #grant({ settings }: Role, meta: Readonly<Record<string, string>>): FakeAnswer {
    const ttlSeconds = secondsOf(settings['token_ttl'], DEFAULT_TTL_SECONDS);
    const policies = settings['token_policies'];
    const token = this.tokens.issue({
      policies: Array.isArray(policies) ? policies.map(String) : String(policies ?? '').split(','),
      path: `auth/${this.mount}/login`,
      meta,
      displayName: this.mount,
      ttlSeconds,
      maxTtlSeconds: secondsOf(settings['token_max_ttl'], DEFAULT_TTL_SECONDS),
    });
    return { status: 200, body: enveloped(null, this.tokens.grantOf(token, ttlSeconds)) };
  }
}
