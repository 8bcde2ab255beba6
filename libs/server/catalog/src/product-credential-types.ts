import { credentialTypes, credentialTypesData } from '@millrace/nodes';
import { CredentialTypes } from '@millrace/server-credentials';

/** The credential types that come with the product. */
export function productCredentialTypes(): CredentialTypes {
  return new CredentialTypes(credentialTypes, credentialTypesData);
}
