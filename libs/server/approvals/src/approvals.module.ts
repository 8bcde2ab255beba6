import { CatalogModule } from '@millrace/server-catalog';
import { ExecutionsModule } from '@millrace/server-executions';
import { MembershipStore } from '@millrace/server-identity';
import { WorkflowsModule } from '@millrace/server-workflows';
import { Module } from '@nestjs/common';
import { ApprovalStore } from './approval-store';
import { ChangeApproval } from './change-approval';
import { ApprovalRule } from './decide/approval-rule';
import { DecideApproval } from './decide/decide-approval';
import { ApprovalFeed } from './feed/approval-feed';
import { ForgetApprovals } from './forget-workspace';
import { ApprovalFieldsResolver } from './graphql/approval-fields.resolver';
import { ApprovalLoaders } from './graphql/approval.loaders';
import { ApprovalMutationsResolver } from './graphql/approval-mutations.resolver';
import { WorkflowFormsResolver } from './graphql/workflow-forms.resolver';
import { ExecutionWaitsResolver } from './graphql/execution-waits.resolver';
import { ApprovalsResolver, ExecutionApprovalsResolver } from './graphql/approvals.resolver';
import { ListApprovals } from './list-approvals';
import { ApprovalNotices } from './notices/approval-notices';
import { TellApprovals } from './notices/tell-approvals';
import { ApprovalLink } from './pages/approval-link';
import { ApprovalLinkController } from './pages/approval-link.controller';
import { SentForms } from './pages/sent-form';
import { ApprovalPeople } from './people';
import { FormStarts } from './starts/form-starts';
import { StartFormController } from './starts/start-form.controller';
import { ResumeController } from './waits/resume.controller';
import { RunDoors } from './waits/run-doors';
import { RunFormController } from './waits/run-form.controller';
import { WaitingNodes } from './waits/waiting-nodes';

const useCases = [ApprovalStore, ApprovalPeople, DecideApproval, ListApprovals, ChangeApproval];

/** The rules of approvals: wherever events are delivered, also in workers. */
@Module({
  imports: [ExecutionsModule],
  providers: [...useCases, MembershipStore, ApprovalRule, RunDoors],
  exports: [...useCases, MembershipStore, RunDoors],
})
export class ApprovalsModule {}

/** Who is told of approvals, and when. */
@Module({ imports: [ApprovalsModule], providers: [TellApprovals, ApprovalNotices] })
export class ApprovalWorkersModule {}

/** Approvals over GraphQL, and the pages behind links. */
@Module({
  imports: [ApprovalsModule, ExecutionsModule, WorkflowsModule, CatalogModule],
  controllers: [ApprovalLinkController, ResumeController, RunFormController, StartFormController],
  providers: [
    ApprovalLink,
    WaitingNodes,
    SentForms,
    FormStarts,
    WorkflowFormsResolver,
    ExecutionWaitsResolver,
    ApprovalsResolver,
    ExecutionApprovalsResolver,
    ApprovalFieldsResolver,
    ApprovalMutationsResolver,
    ApprovalLoaders,
    ApprovalFeed,
    ForgetApprovals,
  ],
})
export class ApprovalsApiModule {}
