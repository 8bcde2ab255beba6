import type { JsonObject } from '@millrace/workflow-model';
import { MAX_SECRET_BYTES } from './secret-store';
import { SecretsError } from './secrets-error';

/**
 * The JSON of a secret.
 * @throws SecretsError `SECRET_TOO_LARGE`
 */
export function encodeSecret(data: JsonObject): string {
  const text = JSON.stringify(data);
  if (Buffer.byteLength(text) > MAX_SECRET_BYTES) throw new SecretsError('SECRET_TOO_LARGE');
  return text;
}
