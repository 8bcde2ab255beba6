import { isSecretsError, rotateLocalSecrets, secretsConfig } from '@millrace/server-credentials';
import { ConfigError, readProcessConfig } from '@millrace/server-platform';
import { describeStartFailure } from './start-failure';

/** Gives the encrypted files of this machine a new key, and tells what it did. The answer is an exit code. */
export async function rotateSecrets(): Promise<number> {
  try {
    const settings = readProcessConfig([secretsConfig]).of(secretsConfig);
    if (settings.VAULT_ADDR !== undefined) {
      process.stderr.write('Secrets are in Vault, which has a key of its own: vault operator rotate.\n');
      return 1;
    }
    const { sealedAgain } = await rotateLocalSecrets(settings.MILLRACE_SECRETS_DIR);
    process.stdout.write(
      `${settings.MILLRACE_SECRETS_DIR} has a new key; ${sealedAgain} versions were sealed with it.\n`,
    );
    return 0;
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    return error instanceof ConfigError ? 78 : 1;
  }
}

function describeFailure(error: unknown): string {
  if (!isSecretsError(error)) return describeStartFailure(error);
  const { reason } = (error.details ?? {}) as { reason?: string };
  return `No key was forgotten. ${error.code}: ${reason ?? error.message}`;
}
