import { defineConfig, wholeNumber } from '@millrace/server-platform';
import { z } from 'zod';

const mount = z
  .string()
  .regex(/^[\w-]+(\/[\w-]+)*$/, 'must be a mount path such as millrace, of letters, digits, - and _ between slashes');

/** Settings of the store of secrets. Which of them belong together is checked by `secretSettingsOf`. */
export const secretsConfig = defineConfig({
  VAULT_ADDR: z
    .string()
    .optional()
    .describe(
      'Address of HashiCorp Vault, such as https://vault.example.com:8200. Without one secrets are kept in encrypted files of MILLRACE_SECRETS_DIR.',
    ),
  VAULT_CACERT: z
    .string()
    .optional()
    .describe('File with the certificates (PEM) that sign that of Vault; those of the system when absent.'),
  VAULT_AUTH: z
    .enum(['approle', 'kubernetes', 'token'], { error: 'must be approle, kubernetes or token' })
    .optional()
    .describe('How to log in to Vault; token is for development only. Required with VAULT_ADDR.'),
  VAULT_ROLE_ID: z.string().optional().describe('Role id of AppRole.'),
  VAULT_SECRET_ID_FILE: z
    .string()
    .optional()
    .describe('File with the secret id of AppRole, or with the token that wraps it (better: it opens once).'),
  VAULT_APPROLE_MOUNT: mount.default('approle').describe('Where AppRole is mounted in Vault.'),
  VAULT_K8S_ROLE: z.string().optional().describe('Role that is bound to the service account of this process.'),
  VAULT_K8S_MOUNT: mount.default('kubernetes').describe('Where the Kubernetes login is mounted in Vault.'),
  VAULT_K8S_TOKEN_FILE: z
    .string()
    .default('/var/run/secrets/kubernetes.io/serviceaccount/token')
    .describe('File with the token of the service account; read at every login.'),
  VAULT_TOKEN: z
    .string()
    .optional()
    .describe('Token for VAULT_AUTH=token; refused in production.')
    .meta({ secret: true }),
  VAULT_KV_MOUNT: mount
    .default('millrace')
    .describe('Where the KV engine (version 2) of Millrace is mounted in Vault.'),
  VAULT_NAMESPACE: z
    .string()
    .regex(/^[\w-]+(\/[\w-]+)*\/?$/, 'must be a namespace such as team/millrace')
    .optional()
    .describe('Namespace of Vault Enterprise.'),
  MILLRACE_SECRETS_DIR: z
    .string()
    .default('.data/secrets')
    .describe(
      'Folder of the encrypted files, and of the key that opens them. npm start keeps it in MILLRACE_DATA_DIR.',
    ),
  SECRETS_CACHE_SECONDS: wholeNumber(0, 60)
    .default(0)
    .describe('Seconds for which a worker keeps a secret in memory after reading it; 0 reads it for every call.'),
  MILLRACE_LOCAL_SECRETS: z
    .literal('allow', { error: 'must be allow, or absent' })
    .optional()
    .describe('allow keeps secrets in files of this machine though NODE_ENV is production and there is no VAULT_ADDR.'),
});
