import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import type { SqlClient } from '@millrace/server-platform';
import { WorkflowVersions } from '@millrace/server-workflows';
import type { DraftState } from '@millrace/server-workflows';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { forkVersionOfInline } from '../executions.errors';
import type { ExecutionSummary } from '../history/execution-row';
import { nothingPublished, numberedVersion } from '../start/numbered-version';

/** The version that a fork runs. */
export interface ForkVersion {
  readonly document: WorkflowDocument;
  /** Equal for equal documents. */
  readonly key: string;
  /** Whether it is what the source runs. */
  readonly isSame: boolean;
  /** Absent for a draft that is not stored yet. */
  readonly id?: string;
  readonly draft?: DraftState;
}

/** Finds the versions that runs can be forked to. */
@Injectable()
export class ForkVersions {
  constructor(
    private readonly pool: SqlPool,
    private readonly versions: WorkflowVersions,
  ) {}

  /** @throws DomainError `NOT_FOUND`, `FORK_VERSION_OF_INLINE` */
  async find(actor: Actor, source: ExecutionSummary, version: string): Promise<ForkVersion> {
    if (version === 'same') return this.byId(source.versionId, source);
    const { workflowId } = source;
    if (workflowId === null) throw forkVersionOfInline(source.id);
    if (version === 'draft') {
      const draft = await this.versions.draftOf(actor, workflowId);
      const isSame = await this.isStoredAs(source.versionId, draft.hash);
      return { document: draft.document, key: draft.hash, draft, isSame };
    }
    return this.byId(await this.idOf(actor, workflowId, version), source);
  }

  /** The id of the version, stored if it is a draft. */
  async store(actor: Actor, source: ExecutionSummary, version: ForkVersion, client: SqlClient): Promise<string> {
    if (version.draft === undefined) return version.id ?? source.versionId;
    return (await this.versions.storeDraft(actor, source.workflowId ?? '', version.draft, client)).versionId;
  }

  private async byId(id: string, { versionId }: ExecutionSummary): Promise<ForkVersion> {
    return { document: await this.versions.load(id), key: id, id, isSame: id === versionId };
  }

  private async idOf(actor: Actor, workflowId: string, version: string): Promise<string> {
    if (version !== 'published') return numberedVersion(this.pool, actor, workflowId, version);
    const published = await this.versions.publishedOf(workflowId);
    if (published?.workspaceId !== actor.workspaceId) throw nothingPublished(workflowId);
    return published.versionId;
  }

  private async isStoredAs(versionId: string, hash: string): Promise<boolean> {
    // Index: workflow_version_pkey.
    const { rows } = await this.pool.query<{ hash: string }>(
      "SELECT hash FROM workflow_version WHERE id = $1 AND kind = 'draft'",
      [versionId],
    );
    return rows[0]?.hash === hash;
  }
}
