export { approvalsConfig } from './approvals.config';
export { ApprovalsApiModule, ApprovalsModule, ApprovalWorkersModule } from './approvals.module';
export { approvalsMigrations } from './persistence/approval.migrations';
