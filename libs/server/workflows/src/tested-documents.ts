import type { Actor } from '@millrace/server-identity';
import { newId, SqlPool, type SqlClient } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { DocumentChecks } from './document-checks';
import { documentHash } from './rules/document-hash';
import type { Snapshot } from './workflow-versions';

/** Index: workflow_version_pkey. */
const INSERT = `
  INSERT INTO workflow_version (id, workspace_id, kind, document, hash, created_by) VALUES ($1, $2, 'test', $3, $4, $5)`;

/** Documents that are stored only while tests of them run. They belong to no workflow, and no list shows them. */
@Injectable()
export class TestedDocuments {
  constructor(
    private readonly pool: SqlPool,
    private readonly documents: DocumentChecks,
  ) {}

  /**
   * Takes our own or the exchange form. Accounts that it names need not be there: tests use none.
   * @throws WorkflowInvalidError when it cannot be read or has errors
   */
  async keep(actor: Actor, input: unknown): Promise<Snapshot> {
    const { document } = this.documents.read(input, { name: 'Workflow' });
    this.documents.requireValid(document);
    const versionId = newId();
    const text = JSON.stringify(document);
    await this.pool.query(INSERT, [versionId, actor.workspaceId, text, documentHash(document), actor.userId]);
    return { versionId, document };
  }

  /** Of which no run is there any more. */
  async forget(versionId: string, client: SqlClient = this.pool): Promise<void> {
    // Index: workflow_version_pkey.
    await client.query("DELETE FROM workflow_version WHERE id = $1 AND kind = 'test'", [versionId]);
  }

  /** Those that are older than a day, whatever became of their tests. Index: workflow_version_test. */
  async forgetOld(client: SqlClient = this.pool): Promise<void> {
    await client.query(
      "DELETE FROM workflow_version WHERE kind = 'test' AND created_at < clock_timestamp() - interval '1 day'",
    );
  }
}
