import type { SqlClient } from '@millrace/server-platform';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';

/** Which workflow a hook speaks of. */
export interface WorkflowReference {
  readonly workflowId: string;
  readonly workspaceId: string;
}

/** The version that is live from now on. */
export interface LiveWorkflow extends WorkflowReference {
  readonly versionId: string;
  readonly document: WorkflowDocument;
  /** Whether its triggers may fire. */
  readonly enabled: boolean;
}

/**
 * Follows what is live, inside the transaction that changes it: what a listener writes through `client` is kept or lost
 * together with the change, and a thrown DomainError refuses the change and is told to the caller.
 */
export interface PublishListener {
  /** After publish, enable, roll back and undelete: `live` replaces whatever was known of the workflow. */
  onPublished(client: SqlClient, live: LiveWorkflow): Promise<void>;
  /** Its triggers must not fire any more; the live version stays known. */
  onDisabled(client: SqlClient, workflow: WorkflowReference): Promise<void>;
  /** It is in the bin; `onPublished` follows when it is taken out again. */
  onDeleted(client: SqlClient, workflow: WorkflowReference): Promise<void>;
}

/** Where other rooms add their listeners, at the latest in `onModuleInit`. */
@Injectable()
export class PublishListeners {
  private readonly listeners: PublishListener[] = [];

  add(listener: PublishListener): void {
    this.listeners.push(listener);
  }

  /** Tells all listeners in the order in which they were added; the first error ends the telling. */
  async tell<Hook extends keyof PublishListener>(
    hook: Hook,
    client: SqlClient,
    about: Parameters<PublishListener[Hook]>[1],
  ): Promise<void> {
    for (const listener of this.listeners) {
      await (listener[hook] as (client: SqlClient, about: unknown) => Promise<void>).call(listener, client, about);
    }
  }
}
