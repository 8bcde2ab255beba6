import type { SqlClient } from '@millrace/server-platform';

/** A workflow that names a credential. */
export interface CredentialUsage {
  readonly workflowId: string;
  readonly workflowName: string;
  /** Whether the draft names it. */
  readonly inDraft: boolean;
  /** Whether what is live names it. */
  readonly isLive: boolean;
}

/** Which workflows name credentials; the room of workflows knows. */
export abstract class CredentialUsages {
  /** By name of the workflow; those in the bin are not told. */
  abstract of(workspaceId: string, credentialId: string, client?: SqlClient): Promise<CredentialUsage[]>;
}

/** Where the room of workflows says that it knows. */
export class CredentialUsageSource {
  private source: CredentialUsages | undefined;

  /** At the latest in `onModuleInit`. */
  set(source: CredentialUsages): void {
    this.source = source;
  }

  /** Nothing while nobody knows. */
  of(workspaceId: string, credentialId: string, client?: SqlClient): Promise<CredentialUsage[]> {
    return this.source?.of(workspaceId, credentialId, client) ?? Promise.resolve([]);
  }
}
