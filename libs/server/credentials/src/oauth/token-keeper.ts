import { GuardedHttp, Logger, SqlPool, type SqlClient } from '@millrace/server-platform';
import type { CredentialTypeData, Json, JsonObject } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import type { Credential, CredentialHealth, TokenState } from '../model/credential';
import { CredentialStore } from '../persistence/credential-store';
import { oauthSecret } from '../secret-store/secret-address';
import { SecretReader } from '../secret-store/secret-reader';
import { isSecretsError } from '../secret-store/secrets-error';
import { OAuthClient, type GrantedTokens } from './oauth-client';
import { OAuthError } from './oauth-error';

/** Tokens are renewed when this much of their life is over. */
const RENEW_AT = 0.8;

/** Tokens with the version in the store that they were read from. */
export interface KeptTokens {
  readonly version: number;
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly expiresAtMs?: number;
}

/** Whose tokens. */
export interface TokenOwner {
  readonly credential: Pick<Credential, 'id' | 'workspaceId' | 'tokens' | 'name'>;
  readonly type: CredentialTypeData;
  /** All fields, secret ones too. */
  readonly values: JsonObject;
}

/** Somebody must sign in at the service again. */
export class ReconnectNeeded extends Error {}

type Renewal = { readonly kept: KeptTokens } | { readonly refused: OAuthError } | { readonly reconnect: string };

/**
 * Keeps OAuth tokens fresh. One renewal at a time for each credential, over all processes: services that give a new refresh
 * token with every renewal take the old one as stolen when it comes again. What was stored is found again by whoever comes
 * next, even when the process died before its row said so.
 */
@Injectable()
export class TokenKeeper {
  private readonly renewing = new Map<string, Promise<KeptTokens>>();

  constructor(
    private readonly pool: SqlPool,
    private readonly store: CredentialStore,
    private readonly secrets: SecretReader,
    private readonly http: GuardedHttp,
    private readonly logger: Logger,
  ) {}

  /** Tokens that can be used now. @throws OAuthError, ReconnectNeeded, SecretsError */
  async current(owner: TokenOwner, nowMs = Date.now()): Promise<KeptTokens> {
    const { tokens } = owner.credential;
    if (tokens === null) return this.renewed(owner, 0);
    const kept = await this.readKept(owner.credential.id, tokens.version);
    if (kept === undefined) return this.renewed(owner, 0);
    if (tokens.refreshAt === undefined || Date.parse(tokens.refreshAt) > nowMs) return kept;
    try {
      return await this.renewed(owner, kept.version);
    } catch (error) {
      const isGood = kept.expiresAtMs !== undefined && kept.expiresAtMs > nowMs + 5_000;
      if (!isGood || !(error instanceof OAuthError) || !error.transient) throw error;
      this.logger.warn({ credentialId: owner.credential.id, code: error.code }, 'tokens will be renewed later');
      return kept;
    }
  }

  /** Tokens that are newer than `seenVersion`. @throws OAuthError, ReconnectNeeded, SecretsError */
  renewed(owner: TokenOwner, seenVersion: number): Promise<KeptTokens> {
    const { id } = owner.credential;
    const running = this.renewing.get(id) ?? this.renew(owner, seenVersion).finally(() => this.renewing.delete(id));
    this.renewing.set(id, running);
    return running;
  }

  /** Keeps what a person's sign-in granted. */
  async keepFirst(credentialId: string, granted: GrantedTokens): Promise<void> {
    await this.pool.tx(async (client) => {
      await lock(client, credentialId);
      const before = await this.readKept(credentialId);
      await this.keep(client, credentialId, granted, before?.version);
    });
  }

  private async renew(owner: TokenOwner, seenVersion: number): Promise<KeptTokens> {
    const renewal = await this.pool.tx((client) => this.renewLocked(client, owner, seenVersion));
    if ('kept' in renewal) return renewal.kept;
    if ('refused' in renewal) throw renewal.refused;
    throw new ReconnectNeeded(renewal.reconnect);
  }

  /** Failures that change the row are answered, not thrown: a thrown one would undo the change. */
  private async renewLocked(client: SqlClient, owner: TokenOwner, seenVersion: number): Promise<Renewal> {
    const { id } = owner.credential;
    await lock(client, id);
    const stored = await this.readKept(id);
    if (stored !== undefined && stored.version > seenVersion && seenVersion > 0) return this.adopt(client, id, stored);
    const oauth = new OAuthClient(owner.type, owner.values, this.http);
    const isForClient = oauth.grant === 'client-credentials';
    if (!isForClient && stored?.refreshToken === undefined) {
      return {
        reconnect:
          stored === undefined ? 'Nobody has signed in at the service yet.' : 'The service gave no right to renew.',
      };
    }
    try {
      const granted = isForClient ? await oauth.forClient() : await oauth.refresh(stored?.refreshToken ?? '');
      return { kept: await this.keep(client, id, granted, stored?.version) };
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      return this.refused(client, id, error, isForClient);
    }
  }

  private async refused(client: SqlClient, id: string, error: OAuthError, isForClient: boolean): Promise<Renewal> {
    if (error.transient) return { refused: error };
    const status = error.code === 'invalid_grant' && !isForClient ? 'reconnect' : 'failing';
    const health: CredentialHealth = { status, message: error.message, checkedAt: new Date().toISOString() };
    await client.query('UPDATE credential SET health = $2 WHERE id = $1', [id, JSON.stringify(health)]);
    this.logger.warn({ credentialId: id, code: error.code }, 'a service refused to renew tokens');
    return status === 'reconnect' ? { reconnect: error.message } : { refused: error };
  }

  /** Another process renewed them, and perhaps died before the row said so. */
  private async adopt(client: SqlClient, id: string, stored: StoredTokens): Promise<Renewal> {
    await client.query(
      `UPDATE credential SET tokens = $2 WHERE id = $1 AND coalesce((tokens ->> 'version')::int, 0) < $3`,
      [id, JSON.stringify(stateOf(stored)), stored.version],
    );
    return { kept: stored };
  }

  private async keep(
    client: SqlClient,
    id: string,
    granted: GrantedTokens,
    before: number | undefined,
  ): Promise<KeptTokens> {
    const { lifeSeconds, ...tokens } = granted;
    const grantedAtMs = Date.now();
    const data = {
      ...tokens,
      grantedAtMs,
      ...(lifeSeconds === undefined ? {} : { expiresAtMs: grantedAtMs + lifeSeconds * 1_000 }),
    } as unknown as JsonObject;
    const { version } =
      before === undefined
        ? await this.secrets.createTokens(id, data)
        : await this.secrets.updateTokens(id, before, data);
    const kept = storedOf(version, data);
    const health: CredentialHealth = { status: 'good', checkedAt: new Date(grantedAtMs).toISOString() };
    await this.store.setTokens(client, id, stateOf(kept), health);
    return kept;
  }

  /** Undefined when there are none. */
  private async readKept(id: string, version?: number): Promise<StoredTokens | undefined> {
    try {
      const stored = await this.secrets.read(oauthSecret(id), version);
      return storedOf(stored.version, stored.data);
    } catch (error) {
      const isGone =
        isSecretsError(error) && ['NOT_FOUND', 'CREDENTIAL_DELETED', 'CREDENTIAL_DESTROYED'].includes(error.code);
      if (isGone) return undefined;
      throw error;
    }
  }
}

interface StoredTokens extends KeptTokens {
  readonly grantedAtMs: number;
  readonly scopes?: readonly string[];
}

function storedOf(version: number, data: JsonObject): StoredTokens {
  return { version, ...(data as Readonly<Record<string, Json>>) } as unknown as StoredTokens;
}

function stateOf({ version, grantedAtMs, expiresAtMs, scopes, refreshToken }: StoredTokens): TokenState {
  const iso = (ms: number): string => new Date(ms).toISOString();
  return {
    version,
    renewable: refreshToken !== undefined,
    ...(scopes === undefined ? {} : { scopes }),
    ...(expiresAtMs === undefined
      ? {}
      : { expiresAt: iso(expiresAtMs), refreshAt: iso(grantedAtMs + (expiresAtMs - grantedAtMs) * RENEW_AT) }),
  };
}

/** Until the transaction ends. */
async function lock(client: SqlClient, credentialId: string): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`oauth:${credentialId}`]);
}
