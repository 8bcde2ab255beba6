export { WorkflowTestsModule } from './workflow-tests.module';
export { workflowTestsMigrations } from './persistence/workflow-test.migrations';
