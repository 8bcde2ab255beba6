import { InjectionToken, inject } from '@angular/core';
import { GraphqlApi, Permissions, Session, accepted } from '@millrace/web-api';
import {
  CredentialConnectDocument,
  CredentialCreateDocument,
  CredentialDeleteDocument,
  CredentialDetailDocument,
  type CredentialDetailQuery,
  CredentialListDocument,
  CredentialPeopleDocument,
  type CredentialPeopleQuery,
  type CredentialRowFragment,
  CredentialShareDocument,
  type CredentialShareInput,
  CredentialTestDocument,
  CredentialTypesDocument,
  type CredentialTypesQuery,
  CredentialUpdateDocument,
  CredentialUsageRunDocument,
  type CredentialUsageRunQuery,
  CredentialUsesDocument,
} from '@millrace/web-api/graphql';
import type { JsonObject } from '@millrace/workflow-model';

/** An account at a service, without its values. */
export type CredentialRow = CredentialRowFragment;
/** One account with what uses it, and where its values are. */
export type CredentialDetail = CredentialDetailQuery['credential'];
/** A kind of account. */
export type CredentialTypeRow = CredentialTypesQuery['credentialTypes'][number];
/** A workflow that names an account. */
export type CredentialUse = CredentialDetail['usage'][number];
/** Whom an account is shared with. */
export type CredentialShare = CredentialShareInput;
/** Somebody of the workspace. */
export type Person = CredentialPeopleQuery['members'][number];
/** The newest run of a workflow. */
export type LastRun = NonNullable<NonNullable<CredentialUsageRunQuery['workflow']>['lastExecution']>;

/** What is written of an account. */
export interface CredentialInput {
  readonly name?: string;
  readonly values?: JsonObject;
  readonly allowedDomains?: readonly string[];
}

/** What the pages of accounts ask the server. Everything rejects with `ApiError`. */
export interface CredentialApi {
  list(): Promise<readonly CredentialRow[]>;
  types(): Promise<readonly CredentialTypeRow[]>;
  /** Workflows by account. */
  uses(): Promise<ReadonlyMap<string, readonly CredentialUse[]>>;
  detail(id: string): Promise<CredentialDetail>;
  /** The newest run of a workflow that uses an account. */
  lastRun(workflowId: string): Promise<LastRun | null>;
  people(): Promise<readonly Person[]>;
  create(input: CredentialInput & { readonly name: string; readonly type: string }): Promise<CredentialRow>;
  update(id: string, input: CredentialInput): Promise<CredentialRow>;
  test(id: string): Promise<CredentialRow>;
  share(id: string, shares: readonly CredentialShare[]): Promise<CredentialRow>;
  /** Address of the service to sign in at. */
  connect(id: string): Promise<string>;
  remove(id: string, force: boolean): Promise<void>;
  /** Whether the person has a permission. A signal. */
  may(permission: string): boolean;
  /** Reads what the person may do. */
  loadRights(): Promise<void>;
  /** Id of the person. A signal. */
  me(): string | undefined;
  /** Role of the person. A signal. */
  role(): string | undefined;
  /** Calls when somebody signs out: what is known is not theirs any more. */
  onEnd(run: () => void): void;
}

/** Over the API of this installation. */
export class GraphqlCredentialApi implements CredentialApi {
  readonly #api: GraphqlApi;
  readonly #session: Session;
  readonly #permissions: Permissions;

  constructor(parts: { readonly api: GraphqlApi; readonly session: Session; readonly permissions: Permissions }) {
    this.#api = parts.api;
    this.#session = parts.session;
    this.#permissions = parts.permissions;
  }

  async list(): Promise<readonly CredentialRow[]> {
    return (await this.#api.query(CredentialListDocument, {})).credentials;
  }

  async types(): Promise<readonly CredentialTypeRow[]> {
    return (await this.#api.query(CredentialTypesDocument, {}, { from: 'cached' })).credentialTypes;
  }

  async uses(): Promise<ReadonlyMap<string, readonly CredentialUse[]>> {
    const { credentials } = await this.#api.query(CredentialUsesDocument, {});
    return new Map(credentials.map(({ id, usage }) => [id, usage]));
  }

  async detail(id: string): Promise<CredentialDetail> {
    return (await this.#api.query(CredentialDetailDocument, { id })).credential;
  }

  async lastRun(workflowId: string): Promise<LastRun | null> {
    return (await this.#api.query(CredentialUsageRunDocument, { id: workflowId })).workflow?.lastExecution ?? null;
  }

  async people(): Promise<readonly Person[]> {
    return (await this.#api.query(CredentialPeopleDocument, {})).members;
  }

  async create(input: CredentialInput & { readonly name: string; readonly type: string }): Promise<CredentialRow> {
    const variables = { input: { ...input, values: input.values ?? {} } };
    return kept(accepted((await this.#api.mutate(CredentialCreateDocument, variables)).credentialCreate).credential);
  }

  async update(id: string, input: CredentialInput): Promise<CredentialRow> {
    const { credentialUpdate } = await this.#api.mutate(CredentialUpdateDocument, { id, input });
    return kept(accepted(credentialUpdate).credential);
  }

  async test(id: string): Promise<CredentialRow> {
    return kept(accepted((await this.#api.mutate(CredentialTestDocument, { id })).credentialTest).credential);
  }

  async share(id: string, shares: readonly CredentialShare[]): Promise<CredentialRow> {
    const { credentialShare } = await this.#api.mutate(CredentialShareDocument, { id, shares: [...shares] });
    return kept(accepted(credentialShare).credential);
  }

  async connect(id: string): Promise<string> {
    const { credentialConnect } = await this.#api.mutate(CredentialConnectDocument, { id });
    return accepted(credentialConnect).authorizationUrl ?? '';
  }

  async remove(id: string, force: boolean): Promise<void> {
    accepted((await this.#api.mutate(CredentialDeleteDocument, { id, force })).credentialDelete);
  }

  may(permission: string): boolean {
    return this.#permissions.has(permission);
  }

  loadRights(): Promise<void> {
    return this.#permissions.load();
  }

  me(): string | undefined {
    return this.#session.user()?.id;
  }

  role(): string | undefined {
    return this.#session.workspace()?.role;
  }

  onEnd(run: () => void): void {
    this.#session.onEnd(run);
  }
}

/** The server behind everything about accounts. */
export const CREDENTIAL_API = new InjectionToken<CredentialApi>('mr credential api', {
  providedIn: 'root',
  factory: () =>
    new GraphqlCredentialApi({
      api: inject(GraphqlApi),
      session: inject(Session),
      permissions: inject(Permissions),
    }),
});

function kept(row: CredentialRow | null): CredentialRow {
  if (!row) throw new Error('The server did what was asked and showed nothing of it.');
  return row;
}
