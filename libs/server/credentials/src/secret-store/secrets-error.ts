import { DomainError, type Fault } from '@millrace/server-platform';

/** What can go wrong with a secret store. */
export type SecretsErrorCode =
  /** Sealed, away, slow, or it refuses our login: waiting mends it. The only one that is `transient`. */
  | 'SECRETS_UNAVAILABLE'
  /** A policy of the store denies it: its administrator must mend it. */
  | 'SECRETS_FORBIDDEN'
  /** The store is not set up as the settings say: its administrator must mend it. */
  | 'SECRETS_MISCONFIGURED'
  /** Never written, or without a trace removed. */
  | 'NOT_FOUND'
  /** This version was deleted and could be brought back by the store's administrator. */
  | 'CREDENTIAL_DELETED'
  /** This version was destroyed for good. */
  | 'CREDENTIAL_DESTROYED'
  /** Somebody else wrote in between: the expected version is not the newest one. */
  | 'CONFLICT'
  /** More than `MAX_SECRET_BYTES` of JSON. */
  | 'SECRET_TOO_LARGE';

interface Kind {
  readonly status: number;
  readonly fault: Fault;
  readonly message: string;
  readonly retryAfterSeconds?: number;
}

const kinds: Readonly<Record<SecretsErrorCode, Kind>> = {
  SECRETS_UNAVAILABLE: {
    status: 503,
    fault: 'transient',
    message: 'The store of secrets cannot be reached at the moment. Try again shortly; runs wait for it.',
    retryAfterSeconds: 5,
  },
  SECRETS_FORBIDDEN: {
    status: 502,
    fault: 'user',
    message: 'The store of secrets refuses this. Its administrator compares the policy with those in infra/vault.',
  },
  SECRETS_MISCONFIGURED: {
    status: 502,
    fault: 'user',
    message:
      'The store of secrets is not set up as the settings say. Compare VAULT_KV_MOUNT with its mounts (KV version 2).',
  },
  NOT_FOUND: { status: 404, fault: 'user', message: 'There is no such secret. Enter it again.' },
  CREDENTIAL_DELETED: {
    status: 410,
    fault: 'user',
    message: 'This version of the secret was deleted in the store. Enter it again, or have it undeleted there.',
  },
  CREDENTIAL_DESTROYED: {
    status: 410,
    fault: 'user',
    message: 'This version of the secret was destroyed for good. Enter it again.',
  },
  CONFLICT: {
    status: 409,
    fault: 'user',
    message: 'Somebody else changed this secret in between. Load it again and repeat the change.',
  },
  SECRET_TOO_LARGE: { status: 413, fault: 'user', message: 'A secret may hold 64 KiB at most.' },
};

/** A secret store could not do what was asked. Neither its message nor its cause ever holds a value or a token. */
export class SecretsError extends DomainError {
  declare readonly code: SecretsErrorCode;

  /** @param reason why, for the log and for administrators: a few words without values. Becomes `details.reason`. */
  constructor(code: SecretsErrorCode, reason?: string) {
    super({ code, ...kinds[code], ...(reason === undefined ? {} : { details: { reason } }) });
    this.name = 'SecretsError';
  }

  /** Whether waiting mends it. */
  get isTransient(): boolean {
    return this.fault === 'transient';
  }
}

/** Whether the failure is one of a secret store, and with this code when one is named. */
export function isSecretsError(error: unknown, code?: SecretsErrorCode): error is SecretsError {
  return error instanceof SecretsError && (code === undefined || error.code === code);
}
