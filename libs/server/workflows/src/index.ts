export { DocumentChecks, type DocumentIdentity, type ReadDocument } from './document-checks';
export { WorkflowEntity } from './persistence/workflow.entity';
export { WorkflowVersionEntity } from './persistence/workflow-version.entity';
export { workflowsEntities, workflowsMigrations } from './persistence/workflow.tables';
export { PUBLISHED_CHANNEL, type PublishedVersion } from './published-cache';
export { PublishListeners, type LiveWorkflow, type PublishListener, type WorkflowReference } from './publish-listener';
export { WorkflowVersions, type Snapshot } from './workflow-versions';
export { WorkflowConflictError, WorkflowInvalidError } from './workflows.errors';
export { WorkflowsModule } from './workflows.module';
