import { Bell, sqlClientOf, Transactions } from '@millrace/server-platform';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WorkflowEntity } from './persistence/workflow.entity';
import { PUBLISHED_CHANNEL, PublishedCache } from './published-cache';
import { PublishListeners } from './publish-listener';

/** Tells listeners and other processes what is live, inside the transaction that changes it. */
@Injectable()
export class LiveChanges {
  constructor(
    private readonly listeners: PublishListeners,
    private readonly bell: Bell,
    private readonly transactions: Transactions,
    private readonly known: PublishedCache,
  ) {}

  /** A transaction that may change what is live of one workflow; this process knows of it as soon as it is over. */
  async within<T>(workflowId: string, fn: (em: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.transactions.run(fn);
    } finally {
      this.known.forget(workflowId);
    }
  }

  /** The workflow has this live version now, enabled or not. */
  async published(em: EntityManager, workflow: WorkflowEntity, document: WorkflowDocument): Promise<void> {
    const { id: workflowId, workspaceId, publishedVersionId, enabled } = workflow;
    if (!publishedVersionId) return;
    const client = sqlClientOf(em);
    const live = { workflowId, workspaceId, versionId: publishedVersionId, document, enabled };
    await this.listeners.tell('onPublished', client, live);
    await this.bell.ring(PUBLISHED_CHANNEL, workflowId, client);
  }

  /** Its triggers must not fire any more. */
  async disabled(em: EntityManager, { id: workflowId, workspaceId }: WorkflowEntity): Promise<void> {
    const client = sqlClientOf(em);
    await this.listeners.tell('onDisabled', client, { workflowId, workspaceId });
    await this.bell.ring(PUBLISHED_CHANNEL, workflowId, client);
  }

  /** It is in the bin. */
  async deleted(em: EntityManager, { id: workflowId, workspaceId }: WorkflowEntity): Promise<void> {
    const client = sqlClientOf(em);
    await this.listeners.tell('onDeleted', client, { workflowId, workspaceId });
    await this.bell.ring(PUBLISHED_CHANNEL, workflowId, client);
  }
}
