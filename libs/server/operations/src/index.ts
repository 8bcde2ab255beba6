export { operationsConfig } from './operations.config';
export { OperationsApiModule, OperationsWorkerModule } from './operations.module';
export { operationsMigrations } from './persistence/operations.migrations';
export { RetentionWork } from './retention/retention-work';
