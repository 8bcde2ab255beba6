import { Injectable, computed, inject, signal } from '@angular/core';
import { ApiError, apiErrorOf } from '@millrace/web-api';
import type { CredentialSlot } from '@millrace/workflow-model';
import {
  CREDENTIAL_API,
  type CredentialInput,
  type CredentialRow,
  type CredentialShare,
  type CredentialTypeRow,
} from './api/credential-api';
import { fitsSlot } from './credential-words';

/** What is known of the accounts of this workspace, and what changes them. Reads once; whoever shows them may refresh. */
@Injectable({ providedIn: 'root' })
export class Credentials {
  readonly #api = inject(CREDENTIAL_API);
  readonly #rows = signal<readonly CredentialRow[]>([]);
  readonly #types = signal<readonly CredentialTypeRow[]>([]);
  readonly #phase = signal<'idle' | 'loading' | 'ready' | 'failed'>('idle');
  readonly #error = signal<ApiError | undefined>(undefined);
  #loading: Promise<void> | undefined;
  /** By name. */
  readonly rows = this.#rows.asReadonly();
  /** By title. */
  readonly types = this.#types.asReadonly();
  readonly phase = this.#phase.asReadonly();
  readonly error = this.#error.asReadonly();
  readonly mayUse = computed(() => this.#api.may('credential:use'));
  readonly mayCreate = computed(() => this.#api.may('credential:write'));
  readonly isAdmin = computed(() => ['owner', 'admin'].includes(this.#api.role()?.toLowerCase() ?? ''));
  /** Accounts that somebody of this role could mend and that do not work. */
  readonly toReconnect = computed(() =>
    this.#rows().filter((row) => row.mayEdit && row.health?.status === 'RECONNECT'),
  );
  readonly #typeByName = computed(() => new Map(this.#types().map((one) => [one.type, one])));
  readonly #rowById = computed(() => new Map(this.#rows().map((one) => [one.id, one])));

  constructor() {
    this.#api.onEnd(() => this.#forget());
  }

  /** Reads everything once; a failed try is repeated by the next call. Never rejects: see `error`. */
  load(): Promise<void> {
    this.#loading ??= this.refresh();
    return this.#loading;
  }

  /** Reads everything anew. Never rejects: see `error`. */
  async refresh(): Promise<void> {
    if (this.#phase() !== 'ready') this.#phase.set('loading');
    try {
      const [rows, types] = await Promise.all([this.#api.list(), this.#api.types(), this.#api.loadRights()]);
      this.#rows.set(sorted(rows));
      this.#types.set(types);
      this.#error.set(undefined);
      this.#phase.set('ready');
    } catch (thrown) {
      this.#loading = undefined;
      this.#error.set(apiErrorOf(thrown));
      if (this.#phase() !== 'ready') this.#phase.set('failed');
    }
  }

  of(id: string | undefined): CredentialRow | undefined {
    return id === undefined ? undefined : this.#rowById().get(id);
  }

  typeOf(type: string | undefined): CredentialTypeRow | undefined {
    return type === undefined ? undefined : this.#typeByName().get(type);
  }

  /** Those that fit a slot and can be chosen by this person. */
  fitting(slot: Pick<CredentialSlot, 'types'>): readonly CredentialRow[] {
    return this.#rows().filter(
      (row) => row.mayUse && row.state === 'ACTIVE' && fitsSlot(slot, row.type, this.typeOf(row.type)),
    );
  }

  /** The account of a type and name, for what was copied elsewhere. */
  named(type: string, name: string): CredentialRow | undefined {
    return this.#rows().find((row) => row.type === type && row.name === name && row.mayUse);
  }

  /** @throws ApiError */
  create(input: CredentialInput & { readonly name: string; readonly type: string }): Promise<CredentialRow> {
    return this.#keep(this.#api.create(input));
  }

  /** @throws ApiError */
  update(id: string, input: CredentialInput): Promise<CredentialRow> {
    return this.#keep(this.#api.update(id, input));
  }

  /** Has it tried out; what was found is its health. @throws ApiError */
  test(id: string): Promise<CredentialRow> {
    return this.#keep(this.#api.test(id));
  }

  /** @throws ApiError */
  share(id: string, shares: readonly CredentialShare[]): Promise<CredentialRow> {
    return this.#keep(this.#api.share(id, shares));
  }

  /** Reads one anew. @throws ApiError */
  reread(id: string): Promise<CredentialRow> {
    return this.#keep(this.#api.detail(id));
  }

  /** @throws MutationRefused `CREDENTIAL_IN_USE`; ApiError */
  async remove(id: string, force = false): Promise<void> {
    await this.#api.remove(id, force);
    this.#rows.update((rows) => rows.filter((row) => row.id !== id));
  }

  async #keep(changing: Promise<CredentialRow>): Promise<CredentialRow> {
    const row = await changing;
    this.#rows.update((rows) => sorted([...rows.filter(({ id }) => id !== row.id), row]));
    return row;
  }

  #forget(): void {
    this.#loading = undefined;
    this.#rows.set([]);
    this.#types.set([]);
    this.#phase.set('idle');
  }
}

function sorted(rows: readonly CredentialRow[]): readonly CredentialRow[] {
  return rows.toSorted((a, b) => a.name.localeCompare(b.name));
}
