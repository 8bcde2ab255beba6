import type { Actor } from '@millrace/server-identity';
import { newId, SqlPool, type SqlClient } from '@millrace/server-platform';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { DocumentChecks } from './document-checks';
import { PublishedCache, type PublishedVersion } from './published-cache';
import { documentHash } from './rules/document-hash';
import { RecentDocuments } from './rules/recent-documents';
import { versionNotFound, workflowNotFound } from './workflows.errors';

/** A stored, immutable document that can run. */
export interface Snapshot {
  readonly versionId: string;
  readonly document: WorkflowDocument;
}

/** A draft as it was when it was read. */
export interface DraftState {
  readonly document: WorkflowDocument;
  readonly hash: string;
  /** Whoever saved it last: in their name a run of it uses accounts, whoever starts it. */
  readonly savedBy: string;
}

/** The documents that runs use. On the way from a webhook to its run, so: raw SQL, and nothing is read twice. */
@Injectable()
export class WorkflowVersions {
  private readonly recent = new RecentDocuments();
  /** Documents of drafts that were found to have no error. Partial runs store drafts with errors, too. */
  private readonly valid = new WeakSet<WorkflowDocument>();
  private readonly loading = new Map<string, Promise<WorkflowDocument>>();

  constructor(
    private readonly pool: SqlPool,
    private readonly documents: DocumentChecks,
    private readonly published: PublishedCache,
  ) {}

  /**
   * The document of a version, frozen and kept in this process. Asks nobody's permission: callers hold a version id from
   * a row of their own workspace. `client` reads inside a running transaction.
   * @throws DomainError `NOT_FOUND`
   */
  load(versionId: string, client?: SqlClient): Promise<WorkflowDocument> {
    const known = this.recent.get(versionId);
    if (known) return Promise.resolve(known);
    if (client) return this.read(versionId, client);
    const loading = this.loading.get(versionId) ?? this.read(versionId, this.pool);
    this.loading.set(versionId, loading);
    return loading.finally(() => this.loading.delete(versionId));
  }

  /**
   * Stores the draft as it is now, once per content, so that a run keeps what it began with.
   * @throws DomainError `NOT_FOUND`; WorkflowInvalidError when the draft has errors
   */
  async snapshotDraft(actor: Actor, workflowId: string, client: SqlClient = this.pool): Promise<Snapshot> {
    if (!isUuid(workflowId)) throw workflowNotFound(workflowId);
    const known = await this.knownSnapshot(actor, workflowId, client);
    if (known) return known;
    const draft = await this.draftOf(actor, workflowId, client);
    this.documents.requireValid(draft.document);
    const snapshot = await this.storeDraft(actor, workflowId, draft, client);
    this.valid.add(snapshot.document);
    return snapshot;
  }

  /** The draft as it is now, not yet stored as a version. @throws DomainError `NOT_FOUND` */
  async draftOf(actor: Actor, workflowId: string, client: SqlClient = this.pool): Promise<DraftState> {
    if (!isUuid(workflowId)) throw workflowNotFound(workflowId);
    return this.readDraft(actor, workflowId, client);
  }

  /** Stores a draft that was read before, once per content, whatever is wrong with it: callers check what they will run. */
  async storeDraft(actor: Actor, workflowId: string, draft: DraftState, client: SqlClient): Promise<Snapshot> {
    const { savedBy: authorId, ...content } = draft;
    const versionId = await insertOnce(client, { kind: 'draft', actor, authorId, workflowId, ...content });
    return { versionId, document: await this.load(versionId, client) };
  }

  /**
   * Stores a document that belongs to no workflow, once per content and workspace. Takes our own or the exchange form.
   * @throws WorkflowInvalidError when it cannot be read or has errors
   */
  async snapshotInline(actor: Actor, input: unknown, client: SqlClient = this.pool): Promise<Snapshot> {
    const { document } = this.documents.read(input, { name: 'Inline workflow' });
    this.documents.requireValid(document);
    await this.documents.requireMayUse(actor, document);
    const versionId = await insertOnce(client, {
      kind: 'inline',
      actor,
      authorId: actor.userId,
      workflowId: null,
      document,
      hash: documentHash(document),
    });
    return { versionId, document: this.recent.set(versionId, document) };
  }

  /** What is live of a workflow, in any workspace: callers compare `workspaceId`. Null when nothing is, or it was deleted. */
  async publishedOf(workflowId: string): Promise<PublishedVersion | null> {
    if (!isUuid(workflowId)) return null;
    return this.published.get(workflowId, () => this.readPublished(workflowId));
  }

  private async read(versionId: string, client: SqlClient): Promise<WorkflowDocument> {
    if (!isUuid(versionId)) throw versionNotFound(versionId);
    const { rows } = await client.query<{ document: WorkflowDocument }>(
      'SELECT document FROM workflow_version WHERE id = $1',
      [versionId],
    );
    const [row] = rows;
    if (!row) throw versionNotFound(versionId);
    return this.recent.set(versionId, row.document);
  }

  /** A snapshot that this process holds was valid when it was made, and saves reading the draft. */
  private async knownSnapshot(actor: Actor, workflowId: string, client: SqlClient): Promise<Snapshot | null> {
    const { rows } = await client.query<{ id: string }>(SELECT_SNAPSHOT, [workflowId, actor.workspaceId]);
    const versionId = rows[0]?.id;
    const document = versionId ? this.recent.get(versionId) : undefined;
    return versionId && document && this.valid.has(document) ? { versionId, document } : null;
  }

  private async readDraft(actor: Actor, workflowId: string, client: SqlClient): Promise<DraftState> {
    const { rows } = await client.query<DraftState>(
      `SELECT draft AS document, draft_hash AS hash, draft_saved_by AS "savedBy" FROM workflow
       WHERE id = $1 AND workspace_id = $2 AND deleted_at IS NULL`,
      [workflowId, actor.workspaceId],
    );
    const [row] = rows;
    if (!row) throw workflowNotFound(workflowId);
    return row;
  }

  private async readPublished(workflowId: string): Promise<PublishedVersion | null> {
    const { rows } = await this.pool.query<PublishedVersion>(
      `SELECT published_version_id AS "versionId", workspace_id AS "workspaceId", enabled
       FROM workflow WHERE id = $1 AND published_version_id IS NOT NULL AND deleted_at IS NULL`,
      [workflowId],
    );
    return rows[0] ?? null;
  }
}

/** Indexes: workflow_pkey, workflow_version_draft. */
const SELECT_SNAPSHOT = `
  SELECT version.id FROM workflow
  JOIN workflow_version AS version
    ON version.workflow_id = workflow.id AND version.hash = workflow.draft_hash AND version.kind = 'draft'
  WHERE workflow.id = $1 AND workflow.workspace_id = $2 AND workflow.deleted_at IS NULL`;

interface NewSnapshot {
  readonly kind: 'draft' | 'inline';
  readonly actor: Actor;
  readonly authorId: string;
  readonly workflowId: string | null;
  readonly document: WorkflowDocument;
  readonly hash: string;
}

const OWNER = { draft: 'workflow_id', inline: 'workspace_id' } as const;

/** Inserts, or finds the row with the same content; a rival that inserts at the same moment is waited for. */
async function insertOnce(
  client: SqlClient,
  { kind, actor, authorId, workflowId, document, hash }: NewSnapshot,
): Promise<string> {
  const owner = OWNER[kind];
  const inserted = await client.query<{ id: string }>(
    `INSERT INTO workflow_version (id, workflow_id, workspace_id, kind, document, hash, created_by)
     VALUES ($1, $2, $3, '${kind}', $4, $5, $6)
     ON CONFLICT (${owner}, hash) WHERE kind = '${kind}' DO NOTHING RETURNING id`,
    [newId(), workflowId, actor.workspaceId, JSON.stringify(document), hash, authorId],
  );
  const found =
    inserted.rows[0] ??
    (
      await client.query<{ id: string }>(
        `SELECT id FROM workflow_version WHERE ${owner} = $1 AND hash = $2 AND kind = '${kind}'`,
        [kind === 'draft' ? workflowId : actor.workspaceId, hash],
      )
    ).rows[0];
  if (!found) throw new Error('A snapshot vanished between its conflict and its reading.');
  return found.id;
}
