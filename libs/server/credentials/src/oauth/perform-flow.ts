import { GuardedHttp, Logger } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { CredentialTypes } from '../credential-types';
import { CredentialStore } from '../persistence/credential-store';
import { readValues } from '../run/read-values';
import { runSecret } from '../secret-store/secret-address';
import { SecretReader } from '../secret-store/secret-reader';
import { isSecretsError } from '../secret-store/secrets-error';
import { OAuthClient } from './oauth-client';
import { OAuthError } from './oauth-error';
import { OAuthFlows, type OAuthFlow } from './oauth-flows';
import { TokenKeeper } from './token-keeper';

/** The part of a sign-in at a service that needs the client's secret. Only in workers. */
@Injectable()
export class PerformFlow {
  constructor(
    private readonly flows: OAuthFlows,
    private readonly store: CredentialStore,
    private readonly types: CredentialTypes,
    private readonly secrets: SecretReader,
    private readonly tokens: TokenKeeper,
    private readonly http: GuardedHttp,
    private readonly logger: Logger,
  ) {}

  /** Makes the address to go to. */
  start(flowId: string): Promise<void> {
    return this.perform(flowId, 'starting', async (flow, client) => {
      const url = await client.authorizationUrl(flow.redirectUri, await this.secret(flowId, 1, 'verifier'));
      await this.flows.move(flowId, 'asked', { authorizeUrl: url.href });
    });
  }

  /** Fetches the tokens for the code that came back. */
  exchange(flowId: string): Promise<void> {
    return this.perform(flowId, 'answered', async (flow, client) => {
      const [verifier, code] = [await this.secret(flowId, 1, 'verifier'), await this.secret(flowId, 2, 'code')];
      await this.tokens.keepFirst(flow.credentialId, await client.exchange(code, flow.redirectUri, verifier));
      await this.flows.move(flowId, 'connected');
      await this.secrets.purgeRun(flowId).catch((error: unknown) => {
        if (!isSecretsError(error)) throw error;
      });
    });
  }

  /** A flow that is elsewhere was performed before, or given up. */
  private async perform(
    flowId: string,
    stage: OAuthFlow['stage'],
    how: (flow: OAuthFlow, client: OAuthClient) => Promise<void>,
  ): Promise<void> {
    const flow = await this.flows.find(flowId);
    if (flow?.stage !== stage) return;
    try {
      const credential = await this.store.find(flow.workspaceId, flow.credentialId);
      const { data } = this.types.of(credential.type);
      await how(flow, new OAuthClient(data, await readValues(this.secrets, credential), this.http));
    } catch (error) {
      await this.flows.move(flowId, 'failed', { error: this.told(error) });
    }
  }

  private told(error: unknown): { code: string; message: string } {
    if (error instanceof OAuthError) return { code: 'OAUTH_FAILED', message: error.message };
    if (isSecretsError(error)) return { code: error.code, message: error.message };
    this.logger.error({ error }, 'a sign-in at a service failed because of an error of ours');
    return { code: 'INTERNAL', message: 'The sign-in failed because of an error in the product.' };
  }

  private async secret(flowId: string, version: number, name: string): Promise<string> {
    const { data } = await this.secrets.read(runSecret(flowId), version);
    return String(data[name] ?? '');
  }
}
