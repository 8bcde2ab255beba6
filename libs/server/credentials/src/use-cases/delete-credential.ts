import { AuditTrail, isAtLeast, type Actor } from '@millrace/server-identity';
import { Bell, Logger, SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { credentialForbidden, credentialInUse } from '../credentials.errors';
import type { Credential } from '../model/credential';
import { rightsOn } from '../model/rights';
import { CredentialStore } from '../persistence/credential-store';
import { credentialSecret, oauthSecret } from '../secret-store/secret-address';
import { SecretWriter } from '../secret-store/secret-writer';
import { isSecretsError } from '../secret-store/secrets-error';
import { CREDENTIAL_GONE_BELL } from '../jobs/credential-work.queue';
import { CredentialUsageSource } from '../usage/credential-usage';

/** Deletes a credential and its values for good. */
@Injectable()
export class DeleteCredential {
  constructor(
    private readonly pool: SqlPool,
    private readonly store: CredentialStore,
    private readonly secrets: SecretWriter,
    private readonly usages: CredentialUsageSource,
    private readonly audit: AuditTrail,
    private readonly logger: Logger,
    private readonly bell: Bell,
  ) {}

  /**
   * Nobody can use it from now on; when the store of secrets is away, its values go as soon as it is back.
   * @param force deletes it although workflows use it; only owners and admins
   * @throws DomainError `CREDENTIAL_NOT_FOUND`, `CREDENTIAL_FORBIDDEN`, `CREDENTIAL_IN_USE`
   */
  async delete(actor: Actor, id: string, force = false): Promise<void> {
    const credential = await this.pool.tx(async (client) => {
      const found = await this.store.find(actor.workspaceId, id, client, 'FOR UPDATE');
      if (!rightsOn(actor, found).mayEdit) throw credentialForbidden('edit', found.name);
      const usages = await this.usages.of(actor.workspaceId, id, client);
      if (usages.length > 0 && !(force && isAtLeast(actor.role, 'admin'))) throw credentialInUse(found.name, usages);
      if (!(await this.store.beginDeleting(client, id))) return found;
      await this.audit.record(client, {
        ...{ action: 'credential.deleted', actor, target: { type: 'credential', id, label: found.name } },
        details: { type: found.type, workflows: usages.map(({ workflowId }) => workflowId) },
      });
      return found;
    });
    try {
      await this.destroy(credential);
    } catch (error) {
      if (!isSecretsError(error)) throw error;
      this.logger.warn({ credentialId: id, code: error.code }, 'the values of a credential will be deleted later');
    }
  }

  /** Destroys the values of a row that is `pending` or `deleting`, and then the row. @throws SecretsError */
  async destroy({ id, layers }: Pick<Credential, 'id' | 'layers'>): Promise<void> {
    for (const place of new Set([id, ...layers.map((layer) => layer.id)])) {
      await this.secrets.destroy(credentialSecret(place));
      await this.bell.ring(CREDENTIAL_GONE_BELL, place);
    }
    await this.secrets.destroy(oauthSecret(id));
    await this.pool.tx((client) => this.store.remove(client, id));
  }
}
