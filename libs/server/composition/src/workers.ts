import { ApprovalWorkersModule } from '@millrace/server-approvals';
import { CatalogWorkerModule, NodeOptionsWork } from '@millrace/server-catalog';
import { CredentialsWorkerModule, CredentialWork } from '@millrace/server-credentials';
import { NotificationsWorkerModule } from '@millrace/server-notifications';
import { OperationsWorkerModule } from '@millrace/server-operations';
import { Runner, RunnerModule } from '@millrace/server-runner';
import { DeliverEvents, ScheduleLoop, TriggerWorkersModule, WebhookUpkeep } from '@millrace/server-triggers';
import type { Config } from '@millrace/server-platform';
import {
  Injectable,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { compositionConfig } from './composition.config';
import { ForgetRunSecrets } from './forget-run-secrets';
import type { ProductFiles } from './product';
import { productVersion } from './version';

/** Starts what performs runs and what starts them by itself; ends both before the database goes. */
@Injectable()
export class Workers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly runner: Runner,
    private readonly schedules: ScheduleLoop,
    private readonly events: DeliverEvents,
    private readonly credentials: CredentialWork,
    private readonly runSecrets: ForgetRunSecrets,
    private readonly options: NodeOptionsWork,
    private readonly webhooks: WebhookUpkeep,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.credentials.start();
    await this.options.start();
    await this.webhooks.start();
    this.runSecrets.start();
    await this.runner.start();
    await this.events.start();
    this.schedules.start();
  }

  /** What starts runs ends first, then the runs are finished or handed over. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.schedules.stop();
    await this.events.stop();
    await this.runner.stop();
    await this.credentials.stop();
    await this.options.stop();
    await this.webhooks.stop();
    await this.runSecrets.stop();
  }
}

/** Everything that a worker does. An api process may import it too. */
@Module({})
export class WorkersModule {
  static forRoot(config: Config, files: ProductFiles): DynamicModule {
    const { SANDBOX_PROCESSES } = config.of(compositionConfig);
    const runner = RunnerModule.forRoot({ sandbox: { childFile: files.sandboxChild, size: SANDBOX_PROCESSES } });
    return {
      module: WorkersModule,
      imports: [
        runner,
        ApprovalWorkersModule,
        TriggerWorkersModule,
        CredentialsWorkerModule,
        CatalogWorkerModule,
        NotificationsWorkerModule,
        OperationsWorkerModule.forRoot(productVersion),
      ],
      providers: [Workers, ForgetRunSecrets],
    };
  }
}
