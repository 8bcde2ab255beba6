import { createHash } from 'node:crypto';
import { Config, publicUrlOf, SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';

/** Path that services send people back to. */
export const OAUTH_CALLBACK_PATH = '/oauth/callback';

/** Where a sign-in at a service stands. */
export type FlowStage = 'starting' | 'asked' | 'answered' | 'connected' | 'failed';

/** A sign-in at a service. */
export interface OAuthFlow {
  readonly id: string;
  readonly credentialId: string;
  readonly workspaceId: string;
  readonly userId: string;
  readonly redirectUri: string;
  readonly authorizeUrl: string | null;
  readonly stage: FlowStage;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
}

const COLUMNS = `id, credential_id AS "credentialId", workspace_id AS "workspaceId", user_id AS "userId",
  redirect_uri AS "redirectUri", authorize_url AS "authorizeUrl", stage, error_code AS "errorCode", error_message AS "errorMessage"`;

/** Somebody who left for a service must be back in this time. */
export const FLOW_MINUTES = 10;

/** What is kept of a random text that comes back. */
export function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Rows of sign-ins that are under way. */
@Injectable()
export class OAuthFlows {
  constructor(
    private readonly pool: SqlPool,
    private readonly config: Config,
  ) {}

  /** Where services send people back to. */
  get redirectUri(): string {
    return `${publicUrlOf(this.config)}${OAUTH_CALLBACK_PATH}`;
  }

  /** A sign-in that begins. */
  async insert(
    flow: Pick<OAuthFlow, 'id' | 'credentialId' | 'workspaceId' | 'userId' | 'redirectUri'>,
    { state, browser }: { readonly state: string; readonly browser: string },
  ): Promise<void> {
    await this.pool.query(
      `INSERT INTO oauth_flow (id, credential_id, workspace_id, user_id, redirect_uri, state_hash, browser_hash, stage, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'starting', now() + make_interval(mins => ${FLOW_MINUTES}))`,
      [
        ...[flow.id, flow.credentialId, flow.workspaceId, flow.userId, flow.redirectUri],
        ...[hashOf(state), hashOf(browser)],
      ],
    );
  }

  /** Index: oauth_flow_pkey. */
  async find(id: string): Promise<OAuthFlow | undefined> {
    const { rows } = await this.pool.query<OAuthFlow>(
      `SELECT ${COLUMNS} FROM oauth_flow WHERE id = $1 AND expires_at > now()`,
      [id],
    );
    return rows[0];
  }

  /** The sign-in that this browser left for with this state; it can be answered once. Index: oauth_flow_state. */
  async answer(state: string, browser: string): Promise<OAuthFlow | undefined> {
    const { rows } = await this.pool.query<OAuthFlow>(
      `UPDATE oauth_flow SET stage = 'answered'
       WHERE state_hash = $1 AND browser_hash = $2 AND stage = 'asked' AND expires_at > now() RETURNING ${COLUMNS}`,
      [hashOf(state), hashOf(browser)],
    );
    return rows[0];
  }

  /** Goes on to a stage. */
  async move(
    id: string,
    stage: FlowStage,
    more: { readonly authorizeUrl?: string; readonly error?: { readonly code: string; readonly message: string } } = {},
  ): Promise<void> {
    await this.pool.query(
      `UPDATE oauth_flow SET stage = $2, authorize_url = coalesce($3, authorize_url), error_code = $4, error_message = $5
       WHERE id = $1`,
      [id, stage, more.authorizeUrl ?? null, more.error?.code ?? null, more.error?.message ?? null],
    );
  }
}
