import { AuditTrail } from '@millrace/server-identity';
import { QueueModule } from '@millrace/server-platform';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CredentialTypes } from './credential-types';
import { CredentialsResolver } from './graphql/credentials.resolver';
import { ConnectCredential } from './oauth/connect-credential';
import { OAuthFlows } from './oauth/oauth-flows';
import { PerformFlow } from './oauth/perform-flow';
import { TokenKeeper } from './oauth/token-keeper';
import { CredentialStore } from './persistence/credential-store';
import { CredentialsController } from './rest/credentials.controller';
import { KeysController } from './rest/keys.controller';
import { OAuthCallbackController } from './rest/oauth-callback.controller';
import { ResolveForRun } from './run/resolve-for-run';
import { RunCredentials } from './run/run-credentials';
import { RunSecrets } from './run/run-secrets';
import { SecretReaderModule, SecretWriterModule } from './secret-store/secret-store.module';
import { CredentialUsageSource } from './usage/credential-usage';
import { DocumentCredentials } from './usage/document-credentials';
import { StartRunSecrets } from './usage/start-run-secrets';
import { CreateCredential } from './use-cases/create-credential';
import { DeleteCredential } from './use-cases/delete-credential';
import { EditCredentials } from './use-cases/edit-credentials';
import { ForgetCredentials } from './use-cases/forget-workspace';
import { SeeCredentials } from './use-cases/see-credentials';
import { ShareCredential } from './use-cases/share-credential';
import { SweepCredentials } from './use-cases/sweep-credentials';
import { TestCredential } from './use-cases/test-credential';
import { UpdateCredential } from './use-cases/update-credential';
import { AskWorker } from './jobs/ask-worker';
import { CheckCredential } from './jobs/check-credential';
import { CredentialWork } from './jobs/credential-work';
import { credentialWorkQueue } from './jobs/credential-work.queue';

/** What every process knows of credentials: their types and rows, no values. Import once, at the top. */
@Global()
@Module({})
export class CredentialsModule {
  static forRoot(types: CredentialTypes): DynamicModule {
    return {
      module: CredentialsModule,
      providers: [
        { provide: CredentialTypes, useValue: types },
        CredentialStore,
        CredentialUsageSource,
        DocumentCredentials,
        OAuthFlows,
      ],
      exports: [CredentialTypes, CredentialStore, CredentialUsageSource, DocumentCredentials, OAuthFlows],
    };
  }
}

/** Credentials over GraphQL and REST. Writes values and cannot read them. */
@Global()
@Module({
  imports: [SecretWriterModule, QueueModule.register([credentialWorkQueue])],
  controllers: [CredentialsController, KeysController, OAuthCallbackController],
  providers: [
    AskWorker,
    AuditTrail,
    ConnectCredential,
    CreateCredential,
    CredentialsResolver,
    DeleteCredential,
    EditCredentials,
    ForgetCredentials,
    SeeCredentials,
    ShareCredential,
    StartRunSecrets,
    SweepCredentials,
    TestCredential,
    UpdateCredential,
  ],
  exports: [SeeCredentials, StartRunSecrets],
})
export class CredentialsApiModule {}

/** Credentials for runs. Reads values; only workers import it. */
@Global()
@Module({
  imports: [SecretReaderModule, QueueModule.register([credentialWorkQueue])],
  providers: [
    AuditTrail,
    CheckCredential,
    CredentialWork,
    PerformFlow,
    ResolveForRun,
    { provide: RunCredentials, useExisting: ResolveForRun },
    RunSecrets,
    TokenKeeper,
  ],
  exports: [CredentialWork, RunCredentials, RunSecrets],
})
export class CredentialsWorkerModule {}
