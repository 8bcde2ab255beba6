import { ExecutionsModule } from '@millrace/server-executions';
import { AuditTrail } from '@millrace/server-identity';
import { Module, type DynamicModule } from '@nestjs/common';
import { ForgetOperations } from './forget-workspace';
import { QueueResolver } from './graphql/queue.resolver';
import { StorageResolver } from './graphql/storage.resolver';
import { InstanceOperators } from './instance-operators';
import { InstanceMetrics } from './metrics/instance-metrics';
import { MetricsController } from './metrics/metrics.controller';
import { ReadQueue } from './queue/read-queue';
import { WORKER_VERSION, WorkerBeat } from './queue/worker-beat';
import { OldRuns } from './retention/old-runs';
import { RetentionPlans } from './retention/retention-plans';
import { RetentionWork } from './retention/retention-work';
import { WorkspaceRetention } from './retention/workspace-retention';
import { ReadStorage } from './storage/read-storage';

/** What runs take, how long they are kept and what there is to do, over GraphQL and for Prometheus. */
@Module({
  imports: [ExecutionsModule],
  controllers: [MetricsController],
  providers: [
    AuditTrail,
    ForgetOperations,
    InstanceMetrics,
    InstanceOperators,
    OldRuns,
    QueueResolver,
    ReadQueue,
    ReadStorage,
    RetentionPlans,
    StorageResolver,
    WorkspaceRetention,
  ],
})
export class OperationsApiModule {}

/** Deletes old runs, and says that this process works. */
@Module({})
export class OperationsWorkerModule {
  /** `version` is what people see of this process. */
  static forRoot(version: string): DynamicModule {
    return {
      module: OperationsWorkerModule,
      providers: [
        AuditTrail,
        OldRuns,
        RetentionPlans,
        RetentionWork,
        WorkerBeat,
        { provide: WORKER_VERSION, useValue: version },
      ],
      exports: [RetentionWork],
    };
  }
}
