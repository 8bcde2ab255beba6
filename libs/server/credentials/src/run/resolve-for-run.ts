import { NodeError, type NodeFailure } from '@millrace/node-sdk';
import { AuditTrail, SYSTEM_USER_ID, type Role } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import type { CredentialTypeData, JsonObject } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { CredentialTypes } from '../credential-types';
import type { Credential } from '../model/credential';
import { rightsOn } from '../model/rights';
import { OAuthError } from '../oauth/oauth-error';
import { ReconnectNeeded, TokenKeeper, type KeptTokens } from '../oauth/token-keeper';
import { CredentialStore } from '../persistence/credential-store';
import { SecretReader } from '../secret-store/secret-reader';
import { isSecretsError } from '../secret-store/secrets-error';
import { madeUpFields, type PretendedAccount } from './pretended-account';
import { readValues } from './read-values';
import { RunCredential, type CredentialParts } from './run-credential';
import { RunCredentials, type CredentialRequest, type PretendRequest } from './run-credentials';
import { RunSecrets } from './run-secrets';

/** Reads credentials for nodes, at the moment of the call, and checks anew what may have changed since the workflow was saved. */
@Injectable()
export class ResolveForRun extends RunCredentials {
  constructor(
    private readonly pool: SqlPool,
    private readonly store: CredentialStore,
    private readonly types: CredentialTypes,
    private readonly secrets: SecretReader,
    private readonly tokens: TokenKeeper,
    private readonly runSecrets: RunSecrets,
    private readonly audit: AuditTrail,
  ) {
    super();
  }

  async resolve(request: CredentialRequest): Promise<RunCredential | undefined> {
    try {
      if (request.credentialId === undefined) return await this.runSecrets.resolve(request);
      const credential = await this.permitted(request, request.credentialId);
      const resolved = await this.read(credential, request.mask);
      await this.recordUse(credential, request);
      return resolved;
    } catch (error) {
      throw nodeErrorOf(error);
    }
  }

  override async pretend(request: PretendRequest): Promise<PretendedAccount> {
    const { workspaceId, credentialId, types } = request;
    const [credential] = credentialId === undefined ? [] : await this.store.findMany(workspaceId, [credentialId]);
    if (credential === undefined) {
      const { type, name } = await super.pretend(request);
      return { type, name, fields: this.madeUp(type) };
    }
    // One that does not fit is found out when it is really used.
    const type = this.types.fits(credential.type, types) ? credential.type : (types[0] ?? credential.type);
    return { type, name: credential.name, fields: this.madeUp(type) };
  }

  private madeUp(type: string): JsonObject {
    const known = this.types.find(type);
    return known === undefined ? {} : madeUpFields(known.data);
  }

  /** The credential with its values, whoever asks. @throws SecretsError, OAuthError, ReconnectNeeded */
  async read(credential: Credential, mask: CredentialRequest['mask']): Promise<RunCredential> {
    const { data: type } = this.types.of(credential.type);
    const values = await readValues(this.secrets, credential);
    const parts = { id: credential.id, name: credential.name, type, values, domains: credential.allowedDomains, mask };
    if (type.oauth2 === undefined) return new RunCredential(parts);
    const owner = { credential, type, values };
    // The client's own secrets are known from here on, whatever the service answers.
    mask.add(...type.secretFields.map((field) => String(values[field] ?? '')));
    return new RunCredential(this.withTokens(parts, owner, await this.tokens.current(owner)));
  }

  private withTokens(
    parts: CredentialParts,
    owner: { credential: Credential; type: CredentialTypeData; values: JsonObject },
    kept: KeptTokens,
  ): CredentialParts {
    parts.mask.add(kept.accessToken, kept.refreshToken ?? '');
    const isRenewable = kept.refreshToken !== undefined || owner.type.oauth2?.grant === 'client-credentials';
    const renew = async (): Promise<CredentialParts> => {
      try {
        return this.withTokens(parts, owner, await this.tokens.renewed(owner, kept.version));
      } catch (error) {
        throw nodeErrorOf(error);
      }
    };
    return {
      ...parts,
      type: { ...owner.type, secretFields: [...owner.type.secretFields, 'accessToken'] },
      values: { ...owner.values, accessToken: kept.accessToken },
      ...(isRenewable ? { renew } : {}),
    };
  }

  private async permitted(request: CredentialRequest, id: string): Promise<Credential> {
    const [credential] = await this.store.findMany(request.workspaceId, [id]);
    if (credential === undefined || credential.state !== 'active') throw failure(gone(id));
    if (!this.types.fits(credential.type, request.types)) throw failure(misfit(credential));
    if (!(await this.mayUse(request, credential))) throw failure(notShared(credential));
    if (credential.health.status === 'reconnect') throw new ReconnectNeeded(credential.health.message ?? '');
    return credential;
  }

  /** The right of whoever stored the version, as it is now. */
  private async mayUse({ authorId, workspaceId }: CredentialRequest, credential: Credential): Promise<boolean> {
    if (authorId === SYSTEM_USER_ID) return true;
    if (authorId === null || !isUuid(authorId)) return false;
    // Index: membership_pkey.
    const { rows } = await this.pool.query<{ role: Role }>(
      'SELECT role FROM membership WHERE user_id = $1 AND workspace_id = $2',
      [authorId, workspaceId],
    );
    const role = rows[0]?.role;
    return role !== undefined && rightsOn({ userId: authorId, role }, credential).mayUse;
  }

  private async recordUse(credential: Credential, request: CredentialRequest): Promise<void> {
    const { workspaceId, authorId, executionId, nodeId } = request;
    await this.store.touch(credential.id);
    await this.audit.record(this.pool, {
      action: 'credential.used',
      actor: { userId: authorId ?? SYSTEM_USER_ID, workspaceId, via: 'system' },
      target: { type: 'credential', id: credential.id, label: credential.name },
      details: { executionId, nodeId, versions: credential.layers.map(({ version }) => version) },
    });
  }
}

function failure(failed: NodeFailure): NodeError {
  return new NodeError(failed);
}

function gone(id: string): NodeFailure {
  const message = `The credential ${id.slice(0, 60)} of this node does not exist, or no longer. Choose another one.`;
  return { code: 'CREDENTIAL_NOT_FOUND', fault: 'user', message };
}

function misfit({ name, type }: Credential): NodeFailure {
  const message = `The credential "${name}" (${type}) does not fit this node. Choose one of another type.`;
  return { code: 'CREDENTIAL_TYPE_MISMATCH', fault: 'user', message };
}

function notShared({ name }: Credential): NodeFailure {
  const message = `Whoever stored this version of the workflow may not use the credential "${name}". Somebody who may has to publish it, or it has to be shared.`;
  return { code: 'CREDENTIAL_FORBIDDEN', fault: 'user', message };
}

/** What is wrong as a node tells it. Runs wait for a store that is away, and for a person who has to sign in again. */
export function nodeErrorOf(error: unknown): unknown {
  if (error instanceof ReconnectNeeded) {
    const message = `Somebody has to sign in at the service again: reconnect the credential. The run waits for it. ${error.message}`;
    return failure({ code: 'CREDENTIAL_RECONNECT', fault: 'transient', outage: true, message });
  }
  if (error instanceof OAuthError) {
    const fault = error.transient ? 'transient' : 'user';
    return failure({ code: 'CREDENTIAL_TOKENS_REFUSED', fault, message: error.message });
  }
  if (!isSecretsError(error)) return error;
  if (error.isTransient) {
    const message = 'Waiting for secrets: their store cannot be reached at the moment.';
    return failure({ code: 'SECRETS_UNAVAILABLE', fault: 'transient', outage: true, message });
  }
  return failure({
    code: error.code === 'NOT_FOUND' ? 'CREDENTIAL_NOT_FOUND' : error.code,
    fault: 'user',
    message: error.message,
  });
}
