import { Announcements, type SqlClient } from '@millrace/server-platform';
import {
  PublishListeners,
  type LiveWorkflow,
  type PublishListener,
  type WorkflowReference,
} from '@millrace/server-workflows';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** Announces what becomes live and what no longer is, in the transaction that makes it so. */
@Injectable()
export class AnnounceWorkflows implements PublishListener, OnModuleInit {
  constructor(
    private readonly listeners: PublishListeners,
    private readonly announcements: Announcements,
  ) {}

  onModuleInit(): void {
    this.listeners.add(this);
  }

  onPublished(client: SqlClient, { versionId, document, enabled, ...workflow }: LiveWorkflow): Promise<void> {
    const data = { name: document.name, versionId, version: document.version ?? null, enabled };
    return this.announce(client, workflow, { type: 'workflow.published', data });
  }

  onDisabled(client: SqlClient, workflow: WorkflowReference): Promise<void> {
    return this.announce(client, workflow, { type: 'workflow.disabled', data: {} });
  }

  onDeleted(client: SqlClient, workflow: WorkflowReference): Promise<void> {
    return this.announce(client, workflow, { type: 'workflow.deleted', data: {} });
  }

  private announce(
    client: SqlClient,
    { workflowId, workspaceId }: WorkflowReference,
    what: { readonly type: string; readonly data: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    return this.announcements.make(client, [{ workspaceId, workflowId, subjectId: workflowId, ...what }]);
  }
}
