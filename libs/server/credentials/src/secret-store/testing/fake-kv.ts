import { enveloped, failure, nothing, type FakeAnswer, type FakeRequest } from './fake-vault-types';

interface KvVersion {
  data: unknown;
  readonly createdAt: string;
  deletedAt: string;
  destroyed: boolean;
}

interface KvSecret {
  readonly createdAt: string;
  updatedAt: string;
  current: number;
  readonly versions: Map<number, KvVersion>;
}

const kv1Warning =
  "Invalid path for a versioned K/V secrets engine. See the API docs for the appropriate API endpoints to use. If using the Vault CLI, use 'vault kv get' for this operation.";
const DEFAULT_MAX_VERSIONS = 10;

/** A KV engine of version 2. */
export class FakeKv {
  readonly #secrets = new Map<string, KvSecret>();
  #maxVersions = DEFAULT_MAX_VERSIONS;
  #casRequired = false;

  constructor(private readonly timestamp: () => string) {}

  /** Whether `path` below the mount names data that exist: then a write needs `update`, else `create`. */
  exists(path: string): boolean {
    return path.startsWith('data/') && this.#secrets.has(path.slice('data/'.length));
  }

  /** `request.path` is below the mount. */
  answer(request: FakeRequest): FakeAnswer {
    const [area = '', ...names] = request.path.split('/');
    const name = names.join('/');
    switch (area) {
      case 'config':
        return this.#configure(request);
      case 'data':
        return this.#data(name, request);
      case 'metadata':
        return this.#metadata(name, request);
      case 'undelete':
        return this.#eachVersion(name, request, (version) => (version.deletedAt = ''));
      case 'delete':
        return this.#eachVersion(name, request, (version) => (version.deletedAt = this.timestamp()));
      case 'destroy':
        return this.#eachVersion(name, request, (version) => {
          version.destroyed = true;
          version.data = null;
        });
      default:
        return { status: 404, body: { ...enveloped(null), warnings: [kv1Warning] } };
    }
  }

  #configure({ body }: FakeRequest): FakeAnswer {
    const config = body as { max_versions?: number; cas_required?: boolean };
    this.#maxVersions = config.max_versions ?? this.#maxVersions;
    this.#casRequired = config.cas_required ?? this.#casRequired;
    return nothing;
  }

  #data(name: string, request: FakeRequest): FakeAnswer {
    if (request.method === 'GET') return this.#read(name, Number(request.query.get('version') ?? 0));
    if (request.method === 'DELETE') {
      const secret = this.#secrets.get(name);
      const newest = secret?.versions.get(secret.current);
      if (newest) newest.deletedAt = this.timestamp();
      return nothing;
    }
    return request.method === 'POST' || request.method === 'PUT' ? this.#write(name, request) : failure(405);
  }

  #write(name: string, request: FakeRequest): FakeAnswer {
    const { options, data } = request.body as { options?: { cas?: number }; data?: unknown };
    if (typeof data !== 'object' || data === null) {
      const got = typeof data;
      return failure(400, `error converting input ${data} for field "data": '' expected a map, got '${got}'`);
    }
    const known = this.#secrets.get(name);
    if (options?.cas === undefined && this.#casRequired) {
      return failure(400, 'check-and-set parameter required for this call');
    }
    if (options?.cas !== undefined && options.cas !== (known?.current ?? 0)) {
      return failure(400, 'check-and-set parameter did not match the current version');
    }
    const now = this.timestamp();
    const secret = known ?? { createdAt: now, updatedAt: now, current: 0, versions: new Map() };
    this.#secrets.set(name, secret);
    secret.current += 1;
    secret.updatedAt = now;
    secret.versions.set(secret.current, { data, createdAt: now, deletedAt: '', destroyed: false });
    for (const version of secret.versions.keys()) {
      if (version <= secret.current - this.#maxVersions) secret.versions.delete(version);
    }
    return { status: 200, body: enveloped(metadataOf(secret, secret.current)) };
  }

  #read(name: string, wanted: number): FakeAnswer {
    const secret = this.#secrets.get(name);
    const number = wanted || secret?.current || 0;
    const version = secret?.versions.get(number);
    if (!secret || !version) return failure(404);
    const isGone = version.destroyed || version.deletedAt !== '';
    const data = { data: isGone ? null : version.data, metadata: metadataOf(secret, number) };
    return { status: isGone ? 404 : 200, body: enveloped(data) };
  }

  #metadata(name: string, request: FakeRequest): FakeAnswer {
    if (request.method === 'LIST') return this.#list(name);
    const secret = this.#secrets.get(name);
    if (request.method === 'DELETE') {
      this.#secrets.delete(name);
      return nothing;
    }
    if (request.method !== 'GET') return failure(405);
    if (!secret) return failure(404);
    const versions = [...secret.versions].map(([number, { createdAt, deletedAt, destroyed }]) => [
      String(number),
      { created_time: createdAt, deletion_time: deletedAt, destroyed },
    ]);
    return {
      status: 200,
      body: enveloped({
        cas_required: false,
        created_time: secret.createdAt,
        current_version: secret.current,
        delete_version_after: '0s',
        max_versions: 0,
        oldest_version: 0,
        updated_time: secret.updatedAt,
        versions: Object.fromEntries(versions),
      }),
    };
  }

  #list(folder: string): FakeAnswer {
    const prefix = folder === '' ? '' : `${folder}/`;
    const below = [...this.#secrets.keys()]
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));
    const keys = [...new Set(below.map((name) => name.replace(/\/.*$/, '/')))].sort();
    return keys.length === 0 ? failure(404) : { status: 200, body: enveloped({ keys }) };
  }

  #eachVersion(name: string, { body }: FakeRequest, change: (version: KvVersion) => void): FakeAnswer {
    const secret = this.#secrets.get(name);
    for (const number of (body as { versions: number[] }).versions) {
      const version = secret?.versions.get(number);
      if (version) change(version);
    }
    return nothing;
  }
}

function metadataOf(secret: KvSecret, number: number): object {
  const version = secret.versions.get(number) as KvVersion;
  return {
    created_time: version.createdAt,
    deletion_time: version.deletedAt,
    destroyed: version.destroyed,
    version: number,
  };
}
