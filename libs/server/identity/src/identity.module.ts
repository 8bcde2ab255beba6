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
import { Me } from './use-cases/me';
import { RefreshSession } from './use-cases/refresh-session';
import { SignIn } from './use-cases/sign-in';
import { SignOut } from './use-cases/sign-out';
import { SignUp } from './use-cases/sign-up';
import { StartSession } from './use-cases/signed-in';

const useCases = [SignUp, SignIn, RefreshSession, SignOut, Me, StartSession];

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
  controllers: [AuthController, AuditExportController],
  providers: [
    ...useCases,
    UserStore,
    SessionStore,
    Passwords,
    AccessTokens,
    JwtStrategy,
    ForgetOldSessions,
    AuditTrail,
    AuditLog,
    AuditResolver,
    IdentityResolver,
    UpdateProfile,
    ProfileResolver,
    { provide: SubscriptionAuthenticator, useClass: SocketDoorman },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [SubscriptionAuthenticator, SignUp, SignIn, AccessTokens, AuditTrail],
})
export class IdentityModule {}
