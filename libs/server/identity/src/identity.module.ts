import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { Config, SubscriptionAuthenticator } from '@millrace/server-platform';
import { AccessGuard } from './access/access.guard';
import { AuditExportController } from './audit/audit-export.controller';
import { AuditLog } from './audit/audit-log';
import { AuditTrail } from './audit/audit-trail';
import { AuditResolver } from './audit/audit.resolver';
import { Account } from './account/account';
import { AccountLinkStore } from './account/account-link-store';
import { ChangePassword } from './account/change-password';
import { ResetOutside } from './account/reset-outside';
import { ResetPassword } from './account/reset-password';
import { VerifyEmail } from './account/verify-email';
import { ElsewhereController } from './elsewhere/elsewhere.controller';
import { ElsewhereResolver } from './elsewhere/elsewhere.resolver';
import { ExternalIdentityStore } from './elsewhere/external-identity-store';
import { JourneyCookie } from './elsewhere/journey-cookie';
import { SignInElsewhere } from './elsewhere/sign-in-elsewhere';
import { SignInProviders } from './elsewhere/sign-in-providers';
import { DeleteWorkspace } from './forgetting/delete-workspace';
import { ForgetIdentity } from './forgetting/forget-identity';
import { ForgetWorkspaces } from './forgetting/forget-workspaces';
import { WorkspaceDeletions } from './forgetting/workspace-deletions';
import { WorkspaceForgetters } from './forgetting/workspace-forgetters';
import { AccountResolver } from './graphql/account.resolver';
import { ApiTokensResolver } from './graphql/api-tokens.resolver';
import { MembersResolver } from './graphql/members.resolver';
import { WorkspacesResolver } from './graphql/workspaces.resolver';
import { AccessChanges } from './sessions/access-changes';
import { CloseSockets } from './sessions/close-sockets';
import { SignInPauses } from './sessions/sign-in-pauses';
import { ApiTokenStore } from './tokens/api-token-store';
import { ApiTokens } from './tokens/api-tokens';
import { InvitationStore } from './workspaces/invitation-store';
import { Invitations } from './workspaces/invitations';
import { ManageMembers } from './workspaces/manage-members';
import { MembershipStore } from './workspaces/membership-store';
import { Workspaces } from './workspaces/workspaces';
import { ClaimGuest } from './guests/claim-guest';
import { ForgetGuests } from './guests/forget-guests';
import { GuestsResolver } from './guests/guests.resolver';
import { StartGuest } from './guests/start-guest';
import { IdentityResolver } from './graphql/identity.resolver';
import { identityConfig } from './identity.config';
import { Passwords } from './passwords/passwords';
import { SessionStore } from './persistence/session-store';
import { UserStore } from './persistence/user-store';
import { ProfileResolver } from './profile/profile.resolver';
import { UpdateProfile } from './profile/update-profile';
import { AuthController } from './rest/auth.controller';
import { AccessTokens } from './sessions/access-tokens';
import { ForgetOldSessions } from './sessions/forget-old-sessions';
import { JwtStrategy } from './sessions/jwt.strategy';
import { SocketDoorman } from './sessions/socket-doorman';
import { CreateAccount } from './use-cases/create-account';
import { EnterAccount } from './use-cases/enter-account';
import { Me } from './use-cases/me';
import { RefreshSession } from './use-cases/refresh-session';
import { SignIn } from './use-cases/sign-in';
import { SignOut } from './use-cases/sign-out';
import { SignUp } from './use-cases/sign-up';
import { StartSession } from './use-cases/signed-in';

const useCases = [
  SignUp,
  SignIn,
  EnterAccount,
  RefreshSession,
  SignOut,
  Me,
  StartSession,
  CreateAccount,
  Account,
  ChangePassword,
  ResetPassword,
  ResetOutside,
  VerifyEmail,
  ManageMembers,
  Invitations,
  Workspaces,
  ApiTokens,
  SignInElsewhere,
  StartGuest,
  ClaimGuest,
  DeleteWorkspace,
];

const stores = [
  UserStore,
  SessionStore,
  MembershipStore,
  InvitationStore,
  ApiTokenStore,
  AccountLinkStore,
  AccessChanges,
  SignInPauses,
  ExternalIdentityStore,
  SignInProviders,
  JourneyCookie,
  WorkspaceForgetters,
  WorkspaceDeletions,
];

const resolvers = [
  IdentityResolver,
  AccountResolver,
  MembersResolver,
  WorkspacesResolver,
  ApiTokensResolver,
  AuditResolver,
  ElsewhereResolver,
  GuestsResolver,
];

/** Accounts, sessions, and the guard in front of everything. Import once; applications without GraphQL need it as well. */
@Global()
@Module({
  imports: [
    PassportModule,
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ secret: config.of(identityConfig).JWT_SECRET_KEY }),
    }),
  ],
  controllers: [AuthController, AuditExportController, ElsewhereController],
  providers: [
    ...useCases,
    ...stores,
    ...resolvers,
    Passwords,
    AccessTokens,
    JwtStrategy,
    ForgetOldSessions,
    ForgetIdentity,
    ForgetGuests,
    ForgetWorkspaces,
    CloseSockets,
    AuditTrail,
    AuditLog,
    UpdateProfile,
    ProfileResolver,
    { provide: SubscriptionAuthenticator, useClass: SocketDoorman },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [SubscriptionAuthenticator, SignUp, SignIn, AccessTokens, AuditTrail, ResetPassword, WorkspaceForgetters],
})
export class IdentityModule {}
