export { SecretStoreKindEnum } from './graphql/credential.types';
export { CredentialTypes, type KnownCredentialType } from './credential-types';
export { CredentialsApiModule, CredentialsModule, CredentialsWorkerModule } from './credentials.module';
export { CREDENTIAL_CHANGED_BELL } from './persistence/credential-store';
export { credentialsMigrations } from './persistence/credentials.migrations';
export { NodeHttp, type NodeHttpParts } from './run/node-http';
export { NodeNet } from './run/node-net';
export { RunSecrets } from './run/run-secrets';
export { CredentialUsages, CredentialUsageSource, type CredentialUsage } from './usage/credential-usage';
export { DocumentCredentials, type CredentialFlaw, type NamedCredential } from './usage/document-credentials';
export { StartRunSecrets } from './usage/start-run-secrets';
export { SeeCredentials, type SeenCredential } from './use-cases/see-credentials';
export { CredentialWork } from './jobs/credential-work';
export { requireHost, RunCredential, type CredentialParts } from './run/run-credential';
export type { PretendedAccount } from './run/pretended-account';
export { RunCredentials, type CredentialRequest, type PretendRequest } from './run/run-credentials';
export { SecretMask } from './run/secret-mask';
export {
  credentialSecret,
  oauthSecret,
  runSecret,
  type SecretAddress,
  type SecretTree,
} from './secret-store/secret-address';
export { SecretReader } from './secret-store/secret-reader';
export {
  MAX_SECRET_BYTES,
  SecretStore,
  type SecretStoreHealth,
  type SecretVersion,
  type StoredSecret,
} from './secret-store/secret-store';
export { SecretWriter } from './secret-store/secret-writer';
export { isSecretsError, SecretsError, type SecretsErrorCode } from './secret-store/secrets-error';
export { LocalSecretStore } from './secret-store/local/local-secret-store';
export { rotateLocalSecrets, type RotationReport } from './secret-store/local/rotate-local-secrets';
export { openSecretStore, type StoreSurroundings } from './secret-store/open-secret-store';
export { secretSettingsOf, type SecretSettings, type VaultAuthSettings } from './secret-store/secret-settings';
export { secretsConfig } from './secret-store/secret-store.config';
export { SecretReaderModule, SecretWriterModule } from './secret-store/secret-store.module';
