import { AuditTrail, type Actor } from '@millrace/server-identity';
import { newId, SqlPool } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { CredentialTypes, type KnownCredentialType } from '../credential-types';
import {
  credentialChanged,
  credentialForbidden,
  credentialNotReady,
  fieldsInvalid,
  secretsRequired,
} from '../credentials.errors';
import { addressFields, allowedDomainsOf, readDomain } from '../model/allowed-domains';
import type { Credential, SecretLayer } from '../model/credential';
import { readChangedFields } from '../model/read-fields';
import { rightsOn } from '../model/rights';
import { CredentialStore, type CredentialChange } from '../persistence/credential-store';
import { credentialSecret } from '../secret-store/secret-address';
import { SecretWriter } from '../secret-store/secret-writer';
import { isSecretsError } from '../secret-store/secrets-error';
import { readName } from './create-credential';

/** What is to be another. */
export interface CredentialUpdate {
  readonly name?: string;
  /** Values of the fields that change; a secret that is blank stays. */
  readonly values?: unknown;
  readonly allowedDomains?: readonly string[];
}

/** Layers of partly changed values; whoever changes more of them enters everything again. */
const MOST_LAYERS = 6;

/**
 * Changes a credential. Nobody here can read what it holds: fields that change are written as a layer of their own, over
 * those that stay.
 */
@Injectable()
export class UpdateCredential {
  constructor(
    private readonly pool: SqlPool,
    private readonly store: CredentialStore,
    private readonly types: CredentialTypes,
    private readonly secrets: SecretWriter,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws as creating, and DomainError `CREDENTIAL_NOT_FOUND`, `CREDENTIAL_FORBIDDEN`, `CREDENTIAL_CHANGED`, `CREDENTIAL_SECRETS_REQUIRED` */
  async update(actor: Actor, id: string, update: CredentialUpdate): Promise<Credential> {
    const before = await this.store.find(actor.workspaceId, id);
    if (!rightsOn(actor, before).mayEdit) throw credentialForbidden('edit', before.name);
    if (before.state !== 'active') throw credentialNotReady(before.name);
    const type = this.types.of(before.type);
    const values = update.values === undefined ? {} : readChangedFields(type, update.values);
    const allowedDomains = domainsOf(type, before, update, values);
    requireSecrets(type, before, values, allowedDomains);
    const name = update.name === undefined ? undefined : readName(update.name);
    const layers = Object.keys(values).length === 0 ? undefined : await this.write(before, values);
    await this.pool.tx((client) =>
      this.record(client, actor, before, {
        ...(name === undefined ? {} : { name }),
        ...(layers === undefined ? {} : { layers, health: { status: 'unknown' } }),
        ...(allowedDomains === undefined ? {} : { allowedDomains }),
      }),
    );
    if (layers) await this.forget(before.layers, layers);
    return this.store.find(actor.workspaceId, id);
  }

  private async record(
    client: Parameters<CredentialStore['change']>[0],
    actor: Actor,
    before: Credential,
    change: CredentialChange,
  ): Promise<void> {
    if (!(await this.store.change(client, before, change))) throw credentialChanged();
    await this.audit.record(client, {
      ...{ action: 'credential.updated', actor },
      target: { type: 'credential', id: before.id, label: change.name ?? before.name },
      details: {
        ...(change.name === undefined ? {} : { nameBefore: before.name }),
        ...(change.layers === undefined
          ? {}
          : { fields: change.layers.at(-1)?.fields, version: versionOf(change.layers) }),
        ...(change.allowedDomains === undefined ? {} : { allowedDomains: change.allowedDomains }),
      },
    });
  }

  private async write({ layers }: Credential, values: JsonObject): Promise<SecretLayer[]> {
    const fields = Object.keys(values);
    const kept = layers.filter((layer) => layer.fields.some((field) => !fields.includes(field)));
    const spare = layers.findLast((layer) => !kept.includes(layer));
    if (kept.length >= MOST_LAYERS)
      throw fieldsInvalid([{ field: '', message: 'changed in parts too often; enter all fields again' }]);
    return [...kept, { ...(await this.writeLayer(spare, values)), fields }];
  }

  /** On top of a layer that nothing needs any more, so that its versions go on; else, or when that was lost, as a new one. */
  private async writeLayer(
    spare: SecretLayer | undefined,
    values: JsonObject,
  ): Promise<Pick<SecretLayer, 'id' | 'version'>> {
    if (spare !== undefined) {
      try {
        return { id: spare.id, ...(await this.secrets.update(credentialSecret(spare.id), spare.version, values)) };
      } catch (error) {
        if (!isSecretsError(error, 'CONFLICT') && !isSecretsError(error, 'NOT_FOUND')) throw error;
      }
    }
    const id = newId();
    return { id, ...(await this.secrets.create(credentialSecret(id), values)) };
  }

  /** What no layer names any more. When it fails, nothing can read them through us; they stay until the credential goes. */
  private async forget(before: readonly SecretLayer[], after: readonly SecretLayer[]): Promise<void> {
    const gone = before.filter(({ id }) => !after.some((layer) => layer.id === id));
    for (const { id } of gone) await this.secrets.destroy(credentialSecret(id)).catch(ignoreSecretsErrors);
  }
}

function ignoreSecretsErrors(error: unknown): void {
  if (!isSecretsError(error)) throw error;
}

function versionOf(layers: readonly SecretLayer[]): number {
  return layers.at(-1)?.version ?? 0;
}

function domainsOf(
  type: KnownCredentialType,
  before: Credential,
  update: CredentialUpdate,
  values: JsonObject,
): string[] | undefined {
  const changesHost = type.data.hostField !== undefined && type.data.hostField in values;
  if (update.allowedDomains === undefined) {
    return changesHost ? allowedDomainsOf(type.data, undefined, values) : undefined;
  }
  if (changesHost) return allowedDomainsOf(type.data, update.allowedDomains, values);
  const domains = update.allowedDomains.map(readDomain);
  return domains.length > 0 ? [...new Set(domains)] : allowedDomainsOf(type.data, undefined, values);
}

/** Whoever may edit must not send a secret to a place of their choice without knowing it. */
function requireSecrets(
  { data }: KnownCredentialType,
  before: Credential,
  values: JsonObject,
  allowedDomains: readonly string[] | undefined,
): void {
  const filled = new Set(before.layers.flatMap(({ fields }) => fields));
  const missing = data.secretFields.filter((field) => filled.has(field) && !(field in values));
  if (missing.length === 0) return;
  const addresses = addressFields(data);
  const isWider = (allowedDomains ?? []).some((domain) => !before.allowedDomains.includes(domain));
  if (isWider || Object.keys(values).some((field) => addresses.has(field))) throw secretsRequired(missing);
}
