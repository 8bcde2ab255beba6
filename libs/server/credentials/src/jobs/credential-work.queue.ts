import { defineQueue } from '@millrace/server-platform';

/** What only a worker can do with a credential, because it may read values. Ids only. */
export type CredentialJob =
  | { readonly kind: 'test'; readonly workspaceId: string; readonly credentialId: string; readonly checkId: string }
  | { readonly kind: 'oauth-start' | 'oauth-exchange'; readonly flowId: string };

/** Asks workers to test credentials and to speak with OAuth services. */
export const credentialWorkQueue = defineQueue<CredentialJob>('credential-work', {
  retryLimit: 1,
  expireInSeconds: 60,
  retentionSeconds: 600,
});

/** Rung with the id of a place in the store of secrets whose values were destroyed, so that no worker keeps them in memory. */
export const CREDENTIAL_GONE_BELL = 'millrace_credential_gone';

/** Rung with the id of a test or sign-in when a worker is done with it; the row tells what came of it. */
export const CREDENTIAL_BELL = 'millrace_credential';
