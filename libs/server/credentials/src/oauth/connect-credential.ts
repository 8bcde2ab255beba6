import { randomBytes } from 'node:crypto';
import { AuditTrail, type Actor } from '@millrace/server-identity';
import { DomainError, invalid, newId, SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { CredentialTypes } from '../credential-types';
import { credentialForbidden, credentialNotReady } from '../credentials.errors';
import { rightsOn } from '../model/rights';
import { CredentialStore } from '../persistence/credential-store';
import { runSecret } from '../secret-store/secret-address';
import { SecretWriter } from '../secret-store/secret-writer';
import { AskWorker } from '../jobs/ask-worker';
import { OAuthFlows, type OAuthFlow } from './oauth-flows';

/** Where to send the person, and what its browser has to bring back. */
export interface Departure {
  readonly authorizationUrl: string;
  /** Random; for a cookie that only the callback gets. */
  readonly browser: string;
}

/** What a service sent a person back with. */
export interface Return {
  readonly state: string;
  readonly browser: string;
  readonly code?: string;
  /** The service's code for why there is none, such as `access_denied`. */
  readonly error?: string;
}

/** How a sign-in at a service ended. */
export interface Connection {
  readonly credentialId?: string;
  /** Absent when it is connected. */
  readonly error?: { readonly code: string; readonly message: string };
}

/**
 * Signs a person in at a service. The api neither reads the client's secret nor sees a token: workers make the address and
 * fetch the tokens. What must stay secret meanwhile, verifier and code, is in the store of secrets.
 */
@Injectable()
export class ConnectCredential {
  constructor(
    private readonly pool: SqlPool,
    private readonly store: CredentialStore,
    private readonly types: CredentialTypes,
    private readonly flows: OAuthFlows,
    private readonly secrets: SecretWriter,
    private readonly worker: AskWorker,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `CREDENTIAL_NOT_FOUND`, `CREDENTIAL_FORBIDDEN`, `CREDENTIAL_NO_SIGN_IN`, `OAUTH_FAILED`, `WORKER_SILENT`, `SECRETS_UNAVAILABLE` */
  async depart(actor: Actor, credentialId: string): Promise<Departure> {
    const credential = await this.store.find(actor.workspaceId, credentialId);
    if (!rightsOn(actor, credential).mayEdit) throw credentialForbidden('edit', credential.name);
    if (credential.state !== 'active') throw credentialNotReady(credential.name);
    if (this.types.of(credential.type).data.oauth2?.grant !== 'authorization-code')
      throw invalid('CREDENTIAL_NO_SIGN_IN', 'Nobody signs in for a credential of this type: fill in its fields.');
    const [state, browser, verifier] = [random(), random(), random()] as const;
    const id = newId();
    await this.secrets.create(runSecret(id), { verifier });
    const { redirectUri } = this.flows;
    const { workspaceId, userId } = actor;
    await this.flows.insert({ id, credentialId, workspaceId, userId, redirectUri }, { state, browser });
    const flow = await this.settled({ kind: 'oauth-start', flowId: id }, ['asked', 'failed']);
    if (flow.stage === 'failed' || flow.authorizeUrl === null)
      throw invalid('OAUTH_FAILED', flow.errorMessage ?? 'The sign-in could not be prepared.');
    const url = new URL(flow.authorizeUrl);
    url.searchParams.set('state', state);
    return { authorizationUrl: url.href, browser };
  }

  /** Never throws because of what came back: the person is told. @throws DomainError `WORKER_SILENT`, `SECRETS_UNAVAILABLE` */
  async comeBack({ state, browser, code, error }: Return): Promise<Connection> {
    const flow = await this.flows.answer(state, browser);
    if (flow === undefined) {
      const message = 'This sign-in was not begun in this browser, took too long, or was finished before. Begin anew.';
      return { error: { code: 'OAUTH_STATE_INVALID', message } };
    }
    const { credentialId } = flow;
    if (code === undefined) {
      const refusal = { code: 'OAUTH_REFUSED', message: `The service refused: ${wordOf(error)}.` };
      await this.flows.move(flow.id, 'failed', { error: refusal });
      return { credentialId, error: refusal };
    }
    await this.secrets.update(runSecret(flow.id), 1, { code });
    const done = await this.settled({ kind: 'oauth-exchange', flowId: flow.id }, ['connected', 'failed']);
    if (done.stage === 'failed')
      return { credentialId, error: { code: done.errorCode ?? 'OAUTH_FAILED', message: done.errorMessage ?? '' } };
    await this.audit.record(this.pool, {
      action: 'credential.connected',
      actor: { userId: flow.userId, workspaceId: flow.workspaceId, via: 'session' },
      target: { type: 'credential', id: credentialId },
    });
    return { credentialId };
  }

  private settled(
    job: { readonly kind: 'oauth-start' | 'oauth-exchange'; readonly flowId: string },
    stages: readonly OAuthFlow['stage'][],
  ): Promise<OAuthFlow> {
    return this.worker.ask(job, job.flowId, async () => {
      const flow = await this.flows.find(job.flowId);
      if (flow === undefined)
        throw new DomainError({ code: 'OAUTH_FAILED', status: 409, message: 'The sign-in took too long. Begin anew.' });
      return stages.includes(flow.stage) ? flow : undefined;
    });
  }
}

function random(): string {
  return randomBytes(32).toString('base64url');
}

/** What a service sends is text of a stranger. */
function wordOf(error: string | undefined): string {
  return error !== undefined && /^[\w.-]{1,60}$/.test(error) ? error : 'it gave no code';
}
