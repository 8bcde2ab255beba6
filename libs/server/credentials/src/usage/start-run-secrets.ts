import { limitExceeded, SqlPool, type SqlClient } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { CredentialTypes } from '../credential-types';
import { readFields } from '../model/read-fields';
import { runSecret } from '../secret-store/secret-address';
import { SecretWriter } from '../secret-store/secret-writer';

const MOST_TYPES = 50;

/** Keeps secrets that come with a run: in the store of secrets and nowhere else, until the run ends. The side of the api. */
@Injectable()
export class StartRunSecrets {
  constructor(
    private readonly pool: SqlPool,
    private readonly types: CredentialTypes,
    private readonly secrets: SecretWriter,
  ) {}

  /** Values by credential type, such as `{ "openai": { "apiKey": "..." } }`. @throws DomainError `CREDENTIAL_TYPE_UNKNOWN`, `CREDENTIAL_FIELDS_INVALID` */
  read(integrations: Readonly<Record<string, unknown>>): JsonObject {
    const types = Object.entries(integrations);
    if (types.length > MOST_TYPES)
      throw limitExceeded('TOO_MANY_INTEGRATIONS', `At most ${MOST_TYPES} fit into one run.`);
    return Object.fromEntries(types.map(([type, values]) => [type, readFields(this.types.of(type), values)]));
  }

  /** Stores what `read` gave under the id of a run that is not there yet. @throws SecretsError */
  async keep(
    executionId: string,
    workspaceId: string,
    values: JsonObject,
    client: SqlClient = this.pool,
  ): Promise<void> {
    const { version } = await this.secrets.create(runSecret(executionId), values);
    await client.query(`INSERT INTO run_secret (execution_id, workspace_id, types, version) VALUES ($1, $2, $3, $4)`, [
      executionId,
      workspaceId,
      Object.keys(values),
      version,
    ]);
  }

  /** The run did not come to be. @throws SecretsError */
  async forget(executionId: string): Promise<void> {
    await this.secrets.destroy(runSecret(executionId));
    await this.pool.query('DELETE FROM run_secret WHERE execution_id = $1', [executionId]);
  }
}
