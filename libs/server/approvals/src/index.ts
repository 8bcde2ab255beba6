export { ApprovalsApiModule, ApprovalsModule } from './approvals.module';
export { approvalsMigrations } from './persistence/approval.migrations';
