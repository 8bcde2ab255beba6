import type { PretendedAccount } from './pretended-account';
import type { RunCredential } from './run-credential';
import type { SecretMask } from './secret-mask';

/** Which account a node of a run asks for. */
export interface CredentialRequest {
  readonly workspaceId: string;
  readonly executionId: string;
  readonly nodeId: string;
  /** Whoever stored the version that runs; it is their right to use the credential that counts. */
  readonly authorId: string | null;
  /** What the document names; without one, what was given with the run counts. */
  readonly credentialId: string | undefined;
  /** Types that fit the slot; `*` for every one that authenticates requests. */
  readonly types: readonly string[];
  /** Whether secrets may have been given with the run: runs of documents that belong to no workflow. */
  readonly mayComeWithRun?: boolean;
  /** Learns the secrets. */
  readonly mask: SecretMask;
}

/** Which account a node would ask for. */
export type PretendRequest = Pick<CredentialRequest, 'workspaceId' | 'credentialId' | 'types'>;

/** Hands accounts to nodes: at the moment of the call, and only in a worker. */
export abstract class RunCredentials {
  /**
   * Undefined when the node names none and none was given with the run.
   * @throws NodeError `CREDENTIAL_NOT_FOUND`, `CREDENTIAL_FORBIDDEN`, `CREDENTIAL_TYPE_MISMATCH`, `CREDENTIAL_RECONNECT`, `SECRETS_UNAVAILABLE`
   */
  abstract resolve(request: CredentialRequest): Promise<RunCredential | undefined>;

  /** What a run that only pretends gets instead: of the type that the node would get, without reading any value. */
  pretend({ types }: PretendRequest): Promise<PretendedAccount> {
    return Promise.resolve({ type: types[0] ?? 'unknown', name: 'Simulated account', fields: {} });
  }
}
