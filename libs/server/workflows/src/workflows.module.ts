import { CatalogModule } from '@millrace/server-catalog';
import { Module } from '@nestjs/common';
import { CredentialChecks } from './credential-checks';
import { DocumentChecks } from './document-checks';
import { CalledInputCheck } from './called-input-check';
import { ErrorWorkflowCheck } from './error-workflow-check';
import { LiveChanges } from './live-changes';
import { WorkflowStore } from './persistence/workflow.store';
import { PublishedCache } from './published-cache';
import { PublishGates } from './publish-gate';
import { PublishListeners } from './publish-listener';
import { TestedDocuments } from './tested-documents';
import { WorkflowCompanions } from './workflow-companions';
import { WorkflowPins } from './workflow-pins';
import { WorkflowVersions } from './workflow-versions';

/** Versions and hooks for rooms that run workflows; all that a worker needs. */
@Module({
  imports: [CatalogModule],
  providers: [
    CredentialChecks,
    DocumentChecks,
    CalledInputCheck,
    ErrorWorkflowCheck,
    LiveChanges,
    PublishedCache,
    PublishGates,
    PublishListeners,
    TestedDocuments,
    WorkflowCompanions,
    WorkflowPins,
    WorkflowStore,
    WorkflowVersions,
  ],
  exports: [
    DocumentChecks,
    LiveChanges,
    PublishGates,
    PublishListeners,
    TestedDocuments,
    WorkflowCompanions,
    WorkflowPins,
    WorkflowStore,
    WorkflowVersions,
  ],
})
export class WorkflowsModule {}
