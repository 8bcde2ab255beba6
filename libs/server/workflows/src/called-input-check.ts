import { NodeCatalogue } from '@millrace/server-catalog';
import type { Actor } from '@millrace/server-identity';
import { SqlPool } from '@millrace/server-platform';
import { calledIdOf, calledInputProblems, contractOf } from '@millrace/workflow-model';
import type { Problem, WorkflowContract, WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';

interface CalledRow {
  readonly id: string;
  readonly document: WorkflowDocument;
}

/** The live version, else the draft. Indexes: workflow_pkey, workflow_version_pkey. */
const FIND = `
  SELECT w.id, coalesce(v.document, w.draft) AS document
  FROM workflow w LEFT JOIN workflow_version v ON v.id = w.published_version_id
  WHERE w.id = ANY($1::uuid[]) AND w.workspace_id = $2 AND w.deleted_at IS NULL`;

/** Judges what a document hands to the workflows that it runs: what one needs and does not get is told before a run fails of it. */
@Injectable()
export class CalledInputCheck {
  constructor(
    private readonly pool: SqlPool,
    private readonly catalogue: NodeCatalogue,
  ) {}

  async problemsOf(actor: Actor, document: WorkflowDocument): Promise<readonly Problem[]> {
    const ids = new Set(document.nodes.flatMap((node) => this.calledBy(node)).filter((id) => isUuid(id)));
    if (ids.size === 0) return [];
    const { rows } = await this.pool.query<CalledRow>(FIND, [[...ids], actor.workspaceId]);
    const contracts = new Map(rows.map((row): [string, WorkflowContract] => [row.id, this.contractOf(row, document)]));
    return calledInputProblems(document, this.catalogue.lookup, contracts);
  }

  private calledBy(node: WorkflowDocument['nodes'][number]): readonly string[] {
    const definition = this.catalogue.lookup(node.type, node.typeVersion);
    const id = definition && calledIdOf(definition, node);
    return id === undefined ? [] : [id];
  }

  /** A workflow may run itself: then what is judged counts. */
  private contractOf(row: CalledRow, document: WorkflowDocument): WorkflowContract {
    return contractOf(row.id === document.id ? document : row.document, this.catalogue.lookup);
  }
}
