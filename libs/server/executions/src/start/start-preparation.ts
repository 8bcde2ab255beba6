import { NodeCatalogue } from '@millrace/server-catalog';
import { WorkflowVersions } from '@millrace/server-workflows';
import { Injectable } from '@nestjs/common';
import type { PreparedStart } from './prepared-start';
import { prepareStart } from './prepared-start';
import type { StartRequest } from './start-request';
import { WorkspaceBacklog } from './workspace-backlog';

/** Decides everything about runs before they are written. */
@Injectable()
export class StartPreparation {
  private readonly backlog = new WorkspaceBacklog();

  constructor(
    private readonly versions: WorkflowVersions,
    private readonly catalogue: NodeCatalogue,
  ) {}

  /** @throws DomainError `WORKFLOW_HAS_NO_TRIGGER`, `TRIGGER_NOT_FOUND`, `NOT_FOUND` for the version */
  async of(request: StartRequest): Promise<PreparedStart> {
    const document = await this.versions.load(request.versionId, request.client);
    const backlog = this.backlog.priorityFor(request.workspaceId);
    return prepareStart(request, document, { lookup: this.catalogue.lookup, backlog });
  }
}
