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
