import type { Actor } from '@millrace/server-identity';
import { invalid, newId } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { CredentialTypes } from '../credential-types';
import { credentialForbidden, credentialNotReady } from '../credentials.errors';
import type { Credential } from '../model/credential';
import { rightsOn } from '../model/rights';
import { CredentialStore } from '../persistence/credential-store';
import { AskWorker } from '../jobs/ask-worker';

/** Has a worker try out a credential: the api cannot read it. */
@Injectable()
export class TestCredential {
  constructor(
    private readonly store: CredentialStore,
    private readonly types: CredentialTypes,
    private readonly worker: AskWorker,
  ) {}

  /**
   * What was found is its health.
   * @throws DomainError `CREDENTIAL_NOT_FOUND`, `CREDENTIAL_FORBIDDEN`, `CREDENTIAL_NOT_TESTABLE`, `WORKER_SILENT`
   */
  async test(actor: Actor, id: string): Promise<Credential> {
    const credential = await this.store.find(actor.workspaceId, id);
    if (!rightsOn(actor, credential).mayUse) throw credentialForbidden('use', credential.name);
    if (credential.state !== 'active') throw credentialNotReady(credential.name);
    const { data } = this.types.of(credential.type);
    if (!data.testable && !data.oauth2)
      throw invalid('CREDENTIAL_NOT_TESTABLE', 'Credentials of this type show whether they work when they are used.');
    const checkId = newId();
    const { workspaceId } = actor;
    return this.worker.ask({ kind: 'test', workspaceId, credentialId: id, checkId }, checkId, async () => {
      const found = await this.store.find(workspaceId, id);
      return found.health.checkId === checkId ? found : undefined;
    });
  }
}
