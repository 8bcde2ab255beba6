import {
  CredentialUsages,
  CredentialUsageSource,
  DocumentCredentials,
  type CredentialFlaw,
  type CredentialUsage,
  type NamedCredential,
} from '@millrace/server-credentials';
import { NodeCatalogue } from '@millrace/server-catalog';
import type { Actor } from '@millrace/server-identity';
import { SqlPool, type SqlClient } from '@millrace/server-platform';
import type { Problem, WorkflowDocument } from '@millrace/workflow-model';
import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';

/** Judges the accounts that documents name: whether they exist, fit, and may be used by whoever stores the document. */
@Injectable()
export class CredentialChecks implements OnModuleInit {
  constructor(
    private readonly catalogue: NodeCatalogue,
    private readonly pool: SqlPool,
    @Optional() private readonly credentials?: DocumentCredentials,
    @Optional() private readonly usages?: CredentialUsageSource,
  ) {}

  onModuleInit(): void {
    this.usages?.set(new UsagesInWorkflows(this.pool));
  }

  /** What keeps the accounts of a document from being used when this actor publishes it. */
  async problemsOf(actor: Actor, document: WorkflowDocument): Promise<Problem[]> {
    const named = this.namedIn(document);
    const flaws = (await this.credentials?.flaws(actor, named)) ?? [];
    return flaws.map((flaw) => problemOf(flaw, document));
  }

  /**
   * Nobody puts an account into a document that they may not use. What was in it before stays: others may go on editing.
   * @throws DomainError `CREDENTIAL_FORBIDDEN`
   */
  async requireMayUse(actor: Actor, document: WorkflowDocument, before?: WorkflowDocument): Promise<void> {
    const known = new Set(before ? this.namedIn(before).map(keyOf) : []);
    const added = this.namedIn(document).filter((named) => !known.has(keyOf(named)));
    await this.credentials?.requireMayUse(actor, added);
  }

  private namedIn(document: WorkflowDocument): NamedCredential[] {
    return document.nodes.flatMap(({ id, type, typeVersion, credentials }) => {
      const slots = this.catalogue.lookup(type, typeVersion)?.credentials ?? [];
      return Object.entries(credentials ?? {}).map(([slot, credentialId]) => {
        const types = slots.find((other) => other.id === slot)?.types;
        return { nodeId: id, slot, credentialId, ...(types ? { types } : {}) };
      });
    });
  }
}

function keyOf({ nodeId, slot, credentialId }: NamedCredential): string {
  return JSON.stringify([nodeId, slot, credentialId]);
}

function problemOf({ code, nodeId, slot, credentialId, name }: CredentialFlaw, document: WorkflowDocument): Problem {
  const index = document.nodes.findIndex(({ id }) => id === nodeId);
  const node = JSON.stringify(document.nodes[index]?.label || nodeId);
  const account = JSON.stringify(name ?? credentialId);
  const messages: Readonly<Record<CredentialFlaw['code'], string>> = {
    CREDENTIAL_NOT_FOUND: `The account ${account} of node ${node} does not exist in this workspace. Choose another one.`,
    CREDENTIAL_TYPE_MISMATCH: `The account ${account} does not fit node ${node}. Choose one of another type.`,
    CREDENTIAL_FORBIDDEN: `You may not use the account ${account} of node ${node}. Ask for it to be shared, or choose another one.`,
  };
  return { code, severity: 'error', message: messages[code], nodeId, path: ['nodes', index, 'credentials', slot] };
}

const NAMES = `jsonb_path_exists($$::jsonb, '$.nodes[*].credentials.* ? (@ == $id)', jsonb_build_object('id', $2::text))`;
const namesIn = (column: string): string => NAMES.replace('$$::jsonb', () => `${column}::jsonb`);

/** Reads the documents of the workspace. Indexes: workflow_by_name, workflow_version_pkey. */
const SELECT_USAGES = `
  SELECT * FROM (
    SELECT w.id AS "workflowId", w.name AS "workflowName", ${namesIn('w.draft')} AS "inDraft",
      coalesce(${namesIn('v.document')}, false) AS "isLive"
    FROM workflow w LEFT JOIN workflow_version v ON v.id = w.published_version_id
    WHERE w.workspace_id = $1 AND w.deleted_at IS NULL
  ) found WHERE "inDraft" OR "isLive" ORDER BY lower("workflowName"), "workflowId"`;

class UsagesInWorkflows extends CredentialUsages {
  constructor(private readonly pool: SqlPool) {
    super();
  }

  async of(workspaceId: string, credentialId: string, client: SqlClient = this.pool): Promise<CredentialUsage[]> {
    return (await client.query<CredentialUsage>(SELECT_USAGES, [workspaceId, credentialId])).rows;
  }
}
