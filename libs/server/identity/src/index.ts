export { isAtLeast, roles, SYSTEM_USER_ID, systemActor, type Actor, type Role } from './access/actor';
export { CurrentActor, Public, Requires } from './access/decorators';
export { ResetPassword } from './account/reset-password';
export { AuditTrail, type AuditActor, type AuditEntry, type AuditTarget } from './audit/audit-trail';
export {
  actorMay,
  assertMay,
  permissions,
  personalPermissions,
  roleMay,
  tokenPermissions,
  type Permission,
} from './access/permission';
export { ForgetWorkspaces } from './forgetting/forget-workspaces';
export { WorkspaceForgetters, type WorkspaceForgetter } from './forgetting/workspace-forgetters';
export { guestsConfig } from './guests/guests.config';
export { Sandbox, SandboxModule, SANDBOX_LIMITS } from './guests/sandbox';
export { identityConfig } from './identity.config';
export { instanceKeyOf, instanceKeySettings } from './instance-key';
export { IdentityModule } from './identity.module';
export { identityEntities, identityMigrations } from './persistence/identity.migrations';
export { AccessTokens, type AccessToken } from './sessions/access-tokens';
export { SignIn } from './use-cases/sign-in';
export { SignUp } from './use-cases/sign-up';
export { type SignedIn } from './use-cases/signed-in';
export { UserNames } from './user-names';
export { MembershipStore, type Member } from './workspaces/membership-store';
