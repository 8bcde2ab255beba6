import { WorkspaceForgetters, type WorkspaceForgetter } from '@millrace/server-identity';
import { SqlPool, type SqlClient } from '@millrace/server-platform';
import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { CredentialStore } from '../persistence/credential-store';
import { runSecret } from '../secret-store/secret-address';
import { SecretWriter } from '../secret-store/secret-writer';
import { DeleteCredential } from './delete-credential';

/** Credentials of a workspace that is deleted. First the values in the store of secrets, then the rows that know where they are. */
@Injectable()
export class ForgetCredentials implements WorkspaceForgetter, OnModuleInit {
  readonly room = 'credentials';
  readonly order = 30;

  constructor(
    private readonly pool: SqlPool,
    private readonly store: CredentialStore,
    private readonly deletion: DeleteCredential,
    private readonly secrets: SecretWriter,
    /** Absent where nobody signs in. */
    @Optional() private readonly forgetters?: WorkspaceForgetters,
  ) {}

  onModuleInit(): void {
    this.forgetters?.add(this);
  }

  /** @throws SecretsError when the store is away */
  async prepare(workspaceId: string): Promise<void> {
    for (const id of await this.idsOf('oauth_flow', 'id', workspaceId)) await this.secrets.destroy(runSecret(id));
    for (const id of await this.idsOf('run_secret', 'execution_id', workspaceId)) {
      await this.secrets.destroy(runSecret(id));
      await this.pool.query('DELETE FROM run_secret WHERE execution_id = $1', [id]);
    }
    const ids = await this.idsOf('credential', 'id', workspaceId);
    for (const id of ids) await this.store.beginDeleting(this.pool, id);
    for (const credential of await this.store.findMany(workspaceId, ids)) await this.deletion.destroy(credential);
  }

  async forget(client: SqlClient, workspaceId: string): Promise<void> {
    await client.query('DELETE FROM oauth_flow WHERE workspace_id = $1', [workspaceId]);
  }

  private async idsOf(
    table: 'oauth_flow' | 'run_secret' | 'credential',
    column: string,
    workspaceId: string,
  ): Promise<string[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `SELECT ${column} AS id FROM ${table} WHERE workspace_id = $1`,
      [workspaceId],
    );
    return rows.map(({ id }) => id);
  }
}
