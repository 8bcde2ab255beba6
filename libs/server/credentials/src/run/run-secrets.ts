import type { Json, JsonObject } from '@millrace/workflow-model';
import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { CredentialTypes } from '../credential-types';
import { allowedDomainsOf } from '../model/allowed-domains';
import { runSecret } from '../secret-store/secret-address';
import { SecretReader } from '../secret-store/secret-reader';
import { RunCredential } from './run-credential';
import type { CredentialRequest } from './run-credentials';

/** Secrets that came with a run and are kept for that run only. The side of workers: reads and purges. */
@Injectable()
export class RunSecrets {
  constructor(
    private readonly pool: SqlPool,
    private readonly types: CredentialTypes,
    private readonly secrets: SecretReader,
  ) {}

  /** The first of the slot's types that came with the run. @throws SecretsError */
  async resolve(request: CredentialRequest): Promise<RunCredential | undefined> {
    if (request.mayComeWithRun !== true) return undefined;
    // Index: run_secret_pkey.
    const { rows } = await this.pool.query<{ types: string[]; version: number }>(
      'SELECT types, version FROM run_secret WHERE execution_id = $1 AND workspace_id = $2',
      [request.executionId, request.workspaceId],
    );
    const [row] = rows;
    const type = row && this.typeFor(request.types, row.types);
    if (row === undefined || type === undefined) return undefined;
    const { data } = await this.secrets.read(runSecret(request.executionId), row.version);
    return this.credentialOf(type, (data[type] ?? {}) as JsonObject, request);
  }

  /** At the end of a run. Does nothing when nothing came with it. @throws SecretsError */
  async purge(executionId: string): Promise<void> {
    const { rowCount } = await this.pool.query('SELECT 1 FROM run_secret WHERE execution_id = $1', [executionId]);
    if (rowCount === 0) return;
    await this.secrets.purgeRun(executionId);
    await this.pool.query('DELETE FROM run_secret WHERE execution_id = $1', [executionId]);
  }

  private typeFor(wanted: readonly string[], given: readonly string[]): string | undefined {
    return wanted.find((type) => given.includes(type)) ?? given.find((type) => this.types.fits(type, wanted));
  }

  /** Who sends the secret sends the workflow too, so only the type limits where it goes. */
  private credentialOf(
    type: string,
    values: Readonly<Record<string, Json>>,
    request: CredentialRequest,
  ): RunCredential {
    const { data } = this.types.of(type);
    const domains = allowedDomainsOf(data, data.domains ?? ['*'], values);
    return new RunCredential({
      id: request.executionId,
      name: `${data.title} of this run`,
      type: data,
      values,
      domains,
      mask: request.mask,
    });
  }
}
