import type { Actor } from '@millrace/server-identity';
import { SqlPool, notFound } from '@millrace/server-platform';
import { WorkflowVersions } from '@millrace/server-workflows';
import { Injectable } from '@nestjs/common';

/** Finds the version that tests are to run on. */
@Injectable()
export class VersionUnderTest {
  constructor(
    private readonly pool: SqlPool,
    private readonly versions: WorkflowVersions,
  ) {}

  /**
   * `draft`, `published` or a number such as `1.2.0`.
   * @throws DomainError `NOT_FOUND`; WorkflowInvalidError when the draft cannot run
   */
  async idOf(actor: Actor, workflowId: string, version: string): Promise<string> {
    if (version === 'draft') return (await this.versions.snapshotDraft(actor, workflowId)).versionId;
    const published = version === 'published' ? await this.versions.publishedOf(workflowId) : null;
    if (published?.workspaceId === actor.workspaceId) return published.versionId;
    // Index: workflow_version_published.
    const { rows } = await this.pool.query<{ id: string }>(
      `SELECT id FROM workflow_version
       WHERE workflow_id = $1 AND workspace_id = $2 AND version = $3 AND kind = 'published'`,
      [workflowId, actor.workspaceId, version],
    );
    if (rows[0] === undefined) throw notFound('NOT_FOUND', `The workflow has no version ${version}.`);
    return rows[0].id;
  }
}
