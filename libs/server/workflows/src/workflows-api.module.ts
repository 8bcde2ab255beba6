import { CatalogModule } from '@millrace/server-catalog';
import { UserNames } from '@millrace/server-identity';
import { Module } from '@nestjs/common';
import { EditorPresence } from './presence/editor-presence';
import { TemplatesResolver } from './graphql/templates.resolver';
import { WorkflowEditingResolver } from './graphql/workflow-editing.resolver';
import { WorkflowFieldsResolver, WorkflowVersionFieldsResolver } from './graphql/workflow-fields.resolver';
import { WorkflowHistoryResolver } from './graphql/workflow-history.resolver';
import { WorkflowMutationsResolver } from './graphql/workflow-mutations.resolver';
import { WorkflowPinsResolver } from './graphql/workflow-pins.resolver';
import { WorkflowPublishingResolver } from './graphql/workflow-publishing.resolver';
import { WorkflowLoaders } from './graphql/workflow.loaders';
import { WorkflowConnectionResolver, WorkflowResolver } from './graphql/workflow.resolver';
import {
  ConnectionsController,
  NodesController,
  WorkflowConnectionsController,
  WorkflowNodesController,
} from './rest/elements.controllers';
import { WorkflowActionsController } from './rest/workflow-actions.controller';
import { WorkflowsController } from './rest/workflows.controller';
import { Templates } from './templates/templates';
import { ForgetWorkflows } from './forget-workspace';
import { CreateWorkflow } from './use-cases/create-workflow';
import { DeleteWorkflow } from './use-cases/delete-workflow';
import { DiffVersions } from './use-cases/diff-versions';
import { DisableWorkflow } from './use-cases/disable-workflow';
import { DuplicateWorkflow } from './use-cases/duplicate-workflow';
import { EditDraft } from './use-cases/edit-draft';
import { EditElements } from './use-cases/edit-elements';
import { EnableWorkflow } from './use-cases/enable-workflow';
import { ExportWorkflow } from './use-cases/export-workflow';
import { GetWorkflow } from './use-cases/get-workflow';
import { ImportWorkflow } from './use-cases/import-workflow';
import { ListVersions } from './use-cases/list-versions';
import { ListWorkflows } from './use-cases/list-workflows';
import { MakeCheckpoint } from './use-cases/make-checkpoint';
import { PublishWorkflow } from './use-cases/publish-workflow';
import { RenameVersion } from './use-cases/rename-version';
import { RestoreVersion } from './use-cases/restore-version';
import { RollBack } from './use-cases/roll-back';
import { SaveDraft } from './use-cases/save-draft';
import { ValidateWorkflow } from './use-cases/validate-workflow';
import { WorkflowsModule } from './workflows.module';

const useCases = [
  CreateWorkflow,
  DeleteWorkflow,
  DiffVersions,
  DisableWorkflow,
  DuplicateWorkflow,
  EditDraft,
  EditElements,
  EnableWorkflow,
  ExportWorkflow,
  GetWorkflow,
  ImportWorkflow,
  ListVersions,
  ListWorkflows,
  MakeCheckpoint,
  PublishWorkflow,
  RenameVersion,
  RestoreVersion,
  RollBack,
  SaveDraft,
  Templates,
  ValidateWorkflow,
];

const controllers = [
  WorkflowActionsController,
  WorkflowsController,
  WorkflowNodesController,
  WorkflowConnectionsController,
  NodesController,
  ConnectionsController,
];

const resolvers = [
  TemplatesResolver,
  WorkflowConnectionResolver,
  WorkflowEditingResolver,
  WorkflowFieldsResolver,
  WorkflowHistoryResolver,
  WorkflowMutationsResolver,
  WorkflowPinsResolver,
  WorkflowPublishingResolver,
  WorkflowResolver,
  WorkflowVersionFieldsResolver,
];

/** Workflows over GraphQL and REST, and their use cases for other rooms. */
@Module({
  imports: [CatalogModule, WorkflowsModule],
  providers: [...useCases, ...resolvers, ForgetWorkflows, EditorPresence, UserNames, WorkflowLoaders],
  controllers,
  exports: [...useCases, WorkflowLoaders],
})
export class WorkflowsApiModule {}
