import { NodeError } from '@millrace/node-sdk';
import { Bell, Logger, Queue } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import type { CredentialHealth } from '../model/credential';
import { PerformFlow } from '../oauth/perform-flow';
import { CredentialStore } from '../persistence/credential-store';
import { credentialSecret, oauthSecret } from '../secret-store/secret-address';
import { SecretReader } from '../secret-store/secret-reader';
import { CheckCredential } from './check-credential';
import {
  CREDENTIAL_BELL,
  CREDENTIAL_GONE_BELL,
  credentialWorkQueue,
  type CredentialJob,
} from './credential-work.queue';

/** Does in a worker what people ask of credentials in the api. Call `start`; `stop` before the database goes. */
@Injectable()
export class CredentialWork {
  private stopping: (() => Promise<void>) | undefined;
  private unsubscribe: (() => void) | undefined;

  constructor(
    private readonly queue: Queue,
    private readonly bell: Bell,
    private readonly logger: Logger,
    private readonly store: CredentialStore,
    private readonly checks: CheckCredential,
    private readonly flows: PerformFlow,
    private readonly secrets: SecretReader,
  ) {}

  /** Takes jobs from now on. */
  async start(): Promise<void> {
    this.unsubscribe = this.bell.on(CREDENTIAL_GONE_BELL, (id) => {
      for (const address of [credentialSecret(id), oauthSecret(id)]) this.secrets.forget(address);
    });
    this.stopping = await this.queue.work(credentialWorkQueue, { batchSize: 1, concurrency: 4 }, async (jobs) => {
      for (const { data } of jobs) await this.perform(data);
    });
  }

  /** Ends what is under way and takes no more. */
  async stop(): Promise<void> {
    this.unsubscribe?.();
    await this.stopping?.();
    this.stopping = undefined;
  }

  private async perform(job: CredentialJob): Promise<void> {
    const id = job.kind === 'test' ? job.checkId : job.flowId;
    if (job.kind === 'test') await this.test(job);
    else if (job.kind === 'oauth-start') await this.flows.start(job.flowId);
    else await this.flows.exchange(job.flowId);
    await this.bell.ring(CREDENTIAL_BELL, id);
  }

  private async test({ workspaceId, credentialId, checkId }: CredentialJob & { kind: 'test' }): Promise<void> {
    const [credential] = await this.store.findMany(workspaceId, [credentialId]);
    if (credential?.state !== 'active') return;
    const checkedAt = new Date().toISOString();
    try {
      const { ok, message, account } = await this.checks.check(credential);
      // A refused renewal has said more precisely what to do.
      const status = ok ? 'good' : await this.failingStatus(workspaceId, credentialId);
      const health: CredentialHealth = {
        status,
        message,
        checkedAt,
        checkId,
        ...(account === undefined ? {} : { account }),
      };
      await this.store.setHealth(credentialId, health);
    } catch (error) {
      const isAway = error instanceof NodeError;
      if (!isAway)
        this.logger.error({ error, credentialId }, 'a test of a credential failed because of an error of ours');
      const message = isAway ? error.failure.message : 'The test failed because of an error in the product.';
      await this.store.setHealth(credentialId, { status: 'unknown', message, checkedAt, checkId });
    }
  }

  private async failingStatus(workspaceId: string, id: string): Promise<'failing' | 'reconnect'> {
    const { health } = await this.store.find(workspaceId, id);
    return health.status === 'reconnect' ? 'reconnect' : 'failing';
  }
}
