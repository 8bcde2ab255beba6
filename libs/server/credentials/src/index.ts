export { requireHost, RunCredential, type CredentialParts } from './run/run-credential';
export { RunCredentials, type CredentialRequest } from './run/run-credentials';
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
