import { AuditTrail, assertMay, type Actor } from '@millrace/server-identity';
import { invalid, newId, SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { CredentialTypes } from '../credential-types';
import { credentialNotReady } from '../credentials.errors';
import { allowedDomainsOf } from '../model/allowed-domains';
import type { Credential, CredentialShare } from '../model/credential';
import { readFields } from '../model/read-fields';
import { CredentialStore } from '../persistence/credential-store';
import { credentialSecret } from '../secret-store/secret-address';
import { SecretWriter } from '../secret-store/secret-writer';

/** What a new credential is made of. */
export interface NewCredentialRequest {
  readonly type: string;
  readonly name: string;
  /** A value for each field. */
  readonly values: unknown;
  /** Hosts that it may be sent to; those of its type when absent or empty. */
  readonly allowedDomains?: readonly string[];
}

/** Whom a new credential is shared with: those who build workflows may choose it. */
const FIRST_SHARES: readonly CredentialShare[] = [{ subjectKind: 'role', subject: 'editor', right: 'use' }];
const LONGEST_NAME = 100;

/** A name as it is stored. @throws DomainError `CREDENTIAL_NAME_INVALID` */
export function readName(text: string): string {
  const name = text.trim();
  if (name.length >= 1 && [...name].length <= LONGEST_NAME && !/\p{Cc}/u.test(name)) return name;
  throw invalid('CREDENTIAL_NAME_INVALID', `A credential needs a name of 1 to ${LONGEST_NAME} characters.`);
}

/** Stores a credential: its values in the store of secrets, the rest in Postgres. */
@Injectable()
export class CreateCredential {
  constructor(
    private readonly pool: SqlPool,
    private readonly store: CredentialStore,
    private readonly types: CredentialTypes,
    private readonly secrets: SecretWriter,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The row is there before its values are, and usable only after: whatever dies in between is swept up.
   * @throws DomainError `CREDENTIAL_TYPE_UNKNOWN`, `CREDENTIAL_NAME_INVALID`, `CREDENTIAL_NAME_TAKEN`,
   * `CREDENTIAL_FIELDS_INVALID`, `CREDENTIAL_DOMAINS_REQUIRED`, `CREDENTIAL_DOMAIN_INVALID`, `SECRETS_UNAVAILABLE`
   */
  async create(actor: Actor, request: NewCredentialRequest): Promise<Credential> {
    assertMay(actor, 'credential:write');
    const type = this.types.of(request.type);
    const name = readName(request.name);
    const values = readFields(type, request.values);
    const allowedDomains = allowedDomainsOf(type.data, request.allowedDomains, values);
    const id = newId();
    const { workspaceId, userId: createdBy } = actor;
    await this.pool.tx(async (client) => {
      const row = { id, workspaceId, type: type.data.type, name, allowedDomains, createdBy, shares: FIRST_SHARES };
      await this.store.insert(client, row);
    });
    const { version } = await this.secrets.create(credentialSecret(id), values).catch(async (error: unknown) => {
      await this.pool.tx((client) => this.store.remove(client, id));
      throw error;
    });
    const isThere = await this.pool.tx(async (client) => {
      if (!(await this.store.activate(client, id, [{ id, version, fields: Object.keys(values) }]))) return false;
      await this.audit.record(client, {
        ...{ action: 'credential.created', actor, target: { type: 'credential', id, label: name } },
        details: { type: type.data.type, version, allowedDomains },
      });
      return true;
    });
    if (!isThere) throw credentialNotReady(name);
    return this.store.find(workspaceId, id);
  }
}
