import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signal } from '@angular/core';
import type { CredentialTypeData } from '@millrace/workflow-model';
import type {
  CredentialApi,
  CredentialDetail,
  CredentialInput,
  CredentialRow,
  CredentialShare,
  CredentialTypeRow,
  CredentialUse,
  LastRun,
  Person,
} from '../api/credential-api';

const shipped = JSON.parse(
  readFileSync(join(__dirname, '../../../../../nodes/credential-types.golden.json'), 'utf8'),
) as readonly CredentialTypeData[];

/** The credential types that ship, as the API gives them. */
export const shippedTypes: readonly CredentialTypeRow[] = shipped.map(
  ({
    type,
    title,
    description,
    keywords,
    fieldsSchema,
    secretFields,
    domains,
    hostField,
    oauth2,
    testable,
    authenticate,
    icon,
    docs,
  }) => ({
    ...{ type, title, description, fieldsSchema, secretFields, testable: testable || oauth2 !== undefined },
    keywords: keywords ?? [],
    authenticatesRequests: authenticate !== undefined,
    domains: domains ?? [],
    hostField: hostField ?? null,
    signIn: oauth2
      ? {
          grant: oauth2.grant === 'authorization-code' ? 'AUTHORIZATION_CODE' : 'CLIENT_CREDENTIALS',
          scopes: oauth2.scopes,
          redirectUri: 'https://flows.example.com/oauth/callback',
        }
      : null,
    icon: icon ?? null,
    docs: docs ?? null,
  }),
);

/** An account as the API gives it. */
export function rowOf(row: Partial<CredentialRow> & Pick<CredentialRow, 'id' | 'type'>): CredentialRow {
  return {
    name: row.id,
    state: 'ACTIVE',
    mayUse: true,
    mayEdit: true,
    mayShare: true,
    health: { status: 'UNKNOWN', message: null, account: null, checkedAt: null },
    allowedDomains: ['api.example.com'],
    filledFields: [],
    tokens: null,
    shares: [],
    createdBy: 'ada',
    createdAt: '2026-01-01T00:00:00Z',
    valuesAt: '2026-01-01T00:00:00Z',
    lastUsedAt: null,
    ...row,
  };
}

/** Accounts in memory, with faults on demand. */
export class MemoryCredentialApi implements CredentialApi {
  rows: readonly CredentialRow[] = [];
  used: readonly CredentialUse[] = [];
  /** What was written, in order. */
  readonly written: unknown[] = [];
  /** Thrown by the next write. */
  fault: Error | undefined;
  /** Health that tests find. */
  finds: NonNullable<CredentialRow['health']> = { status: 'GOOD', message: null, account: 'ada', checkedAt: null };
  readonly rights = signal<readonly string[]>(['credential:use', 'credential:write', 'credential:share']);
  readonly ownRole = signal('owner');
  #count = 0;

  list(): Promise<readonly CredentialRow[]> {
    return Promise.resolve(this.rows);
  }

  types(): Promise<readonly CredentialTypeRow[]> {
    return Promise.resolve(shippedTypes);
  }

  uses(): Promise<ReadonlyMap<string, readonly CredentialUse[]>> {
    return Promise.resolve(new Map(this.rows.map(({ id }) => [id, this.used])));
  }

  detail(id: string): Promise<CredentialDetail> {
    return Promise.resolve({ ...this.#row(id), storage: { store: 'FILES', version: 3 }, usage: this.used });
  }

  lastRun(): Promise<LastRun | null> {
    return Promise.resolve(null);
  }

  people(): Promise<readonly Person[]> {
    return Promise.resolve([
      { userId: 'ada', name: 'Ada', email: 'ada@example.com', role: 'OWNER' },
      { userId: 'bob', name: 'Bob', email: 'bob@example.com', role: 'EDITOR' },
    ]);
  }

  async create(input: CredentialInput & { readonly name: string; readonly type: string }): Promise<CredentialRow> {
    await this.#write(['create', input]);
    const row = rowOf({
      id: `made-${(this.#count += 1)}`,
      type: input.type,
      name: input.name,
      filledFields: Object.keys(input.values ?? {}),
      allowedDomains: input.allowedDomains ?? [],
    });
    this.rows = [...this.rows, row];
    return row;
  }

  async update(id: string, { values, ...input }: CredentialInput): Promise<CredentialRow> {
    await this.#write(['update', id, { ...input, ...(values && { values }) }]);
    return this.#put({ ...this.#row(id), ...input, ...(values && { valuesAt: '2026-02-02T00:00:00Z' }) });
  }

  async test(id: string): Promise<CredentialRow> {
    await this.#write(['test', id]);
    return this.#put({ ...this.#row(id), health: this.finds });
  }

  async share(id: string, shares: readonly CredentialShare[]): Promise<CredentialRow> {
    await this.#write(['share', id, shares]);
    return this.#put({ ...this.#row(id), shares });
  }

  async connect(id: string): Promise<string> {
    await this.#write(['connect', id]);
    return 'https://auth.example.com/authorize';
  }

  async remove(id: string, force: boolean): Promise<void> {
    await this.#write(['remove', id, force]);
    this.rows = this.rows.filter((row) => row.id !== id);
  }

  may(permission: string): boolean {
    return this.rights().includes(permission);
  }

  loadRights(): Promise<void> {
    return Promise.resolve();
  }

  me(): string {
    return 'ada';
  }

  role(): string {
    return this.ownRole();
  }

  onEnd(): void {
    // Nobody signs out.
  }

  async #write(what: unknown): Promise<void> {
    const { fault } = this;
    this.fault = undefined;
    if (fault) throw fault;
    this.written.push(what);
  }

  #put(row: CredentialRow): CredentialRow {
    this.rows = this.rows.map((one) => (one.id === row.id ? row : one));
    return row;
  }

  #row(id: string): CredentialRow {
    const row = this.rows.find((one) => one.id === id);
    if (!row) throw new Error(`No credential ${id}.`);
    return row;
  }
}
