import { CatalogModule } from '@millrace/server-catalog';
import { WorkflowsModule } from '@millrace/server-workflows';
import { Module } from '@nestjs/common';
import { AssistantModel } from './assistant-model';
import { AutoConfigureNode } from './auto-configure-node';
import { DraftWorkflow } from './draft-workflow';
import { AssistantResolver } from './graphql/assistant.resolver';

/** Magic Input: settings and workflows from plain sentences. */
@Module({
  imports: [CatalogModule, WorkflowsModule],
  providers: [AssistantModel, AutoConfigureNode, DraftWorkflow, AssistantResolver],
})
export class AssistantModule {}
