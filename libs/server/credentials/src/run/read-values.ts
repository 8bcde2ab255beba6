import type { JsonObject } from '@millrace/workflow-model';
import type { Credential } from '../model/credential';
import { credentialSecret } from '../secret-store/secret-address';
import type { SecretReader } from '../secret-store/secret-reader';

/** All fields of a credential, in the versions that its row names. @throws SecretsError */
export async function readValues(secrets: SecretReader, { layers }: Pick<Credential, 'layers'>): Promise<JsonObject> {
  const stored = await Promise.all(layers.map(({ id, version }) => secrets.read(credentialSecret(id), version)));
  return Object.assign({}, ...stored.map(({ data }) => data)) as JsonObject;
}
