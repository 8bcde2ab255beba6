import { ApprovalsApiModule } from '@millrace/server-approvals';
import { AssistantModule } from '@millrace/server-assistant';
import { CatalogApiModule, productCredentialTypes } from '@millrace/server-catalog';
import { CredentialsApiModule, CredentialsModule } from '@millrace/server-credentials';
import { ExecutionsApiModule } from '@millrace/server-executions';
import { IdentityModule, SandboxModule } from '@millrace/server-identity';
import { NotificationsApiModule } from '@millrace/server-notifications';
import { OperationsApiModule } from '@millrace/server-operations';
import { createGraphqlModule, HealthModule, type Config } from '@millrace/server-platform';
import { TriggersModule } from '@millrace/server-triggers';
import { WorkflowTestsModule } from '@millrace/server-workflow-tests';
import { WorkflowsApiModule, WorkflowsModule } from '@millrace/server-workflows';
import { Module, type DynamicModule } from '@nestjs/common';
import { AuditWorkflows } from './audit-workflows';
import { compositionConfig } from './composition.config';
import { InstanceModule } from './instance/instance.module';
import { platformOf, type ProductFiles } from './product';
import { productVersion } from './version';
import { WorkersModule } from './workers';

/** The api process: every interface, and workers too unless they run elsewhere. */
@Module({})
export class ApiModule {
  static forRoot(config: Config, files: ProductFiles): DynamicModule {
    const hasWorkers = config.of(compositionConfig).MILLRACE_WORKERS === 'in-process';
    return {
      module: ApiModule,
      imports: [
        platformOf(config),
        HealthModule.forRoot(productVersion),
        createGraphqlModule(),
        IdentityModule,
        SandboxModule,
        CredentialsModule.forRoot(productCredentialTypes()),
        CredentialsApiModule,
        CatalogApiModule,
        WorkflowsApiModule,
        ExecutionsApiModule,
        TriggersModule,
        ApprovalsApiModule,
        AssistantModule,
        NotificationsApiModule,
        OperationsApiModule,
        WorkflowTestsModule,
        InstanceModule,
        WorkflowsModule,
        ...(hasWorkers ? [WorkersModule.forRoot(config, files)] : []),
      ],
      providers: [AuditWorkflows],
    };
  }
}
