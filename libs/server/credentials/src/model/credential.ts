import type { Role } from '@millrace/server-identity';

/** `pending` until its values are stored, `deleting` until they are gone; only `active` ones can be used. */
export type CredentialState = 'pending' | 'active' | 'deleting';

/** Whether a credential works, as far as is known. `reconnect`: somebody must sign in at the service again. */
export type CredentialHealthStatus = 'unknown' | 'good' | 'failing' | 'reconnect';

/** What is known about whether a credential works. Never holds a value. */
export interface CredentialHealth {
  readonly status: CredentialHealthStatus;
  /** One sentence for people. */
  readonly message?: string;
  /** Whose account it is, when the service tells. */
  readonly account?: string;
  /** ISO 8601. */
  readonly checkedAt?: string;
  /** Which test found it. */
  readonly checkId?: string;
}

/** Where some fields are in the store of secrets; later layers go before earlier ones. */
export interface SecretLayer {
  readonly id: string;
  readonly version: number;
  /** Names only. */
  readonly fields: readonly string[];
}

/** What is known about tokens that a service granted; the tokens themselves are in the store of secrets. */
export interface TokenState {
  /** Version in the store. */
  readonly version: number;
  /** ISO 8601; absent when they last until they are taken back. */
  readonly expiresAt?: string;
  /** ISO 8601; from then on they are renewed before they are used. */
  readonly refreshAt?: string;
  readonly scopes?: readonly string[];
  /** Whether they can be renewed without a person. */
  readonly renewable: boolean;
}

/** What somebody may do with a credential: choose it in workflows, or also change it. */
export type CredentialRight = 'use' | 'edit';

/** Whom it is shared with: everybody who has a role, or one member. */
export interface CredentialShare {
  readonly subjectKind: 'role' | 'member';
  /** A role, or the id of a user. */
  readonly subject: string;
  readonly right: CredentialRight;
}

/** A credential as Postgres knows it: everything but its values. There is no field for a value, and none may be added. */
export interface Credential {
  readonly id: string;
  readonly workspaceId: string;
  readonly type: string;
  readonly name: string;
  readonly state: CredentialState;
  readonly layers: readonly SecretLayer[];
  readonly allowedDomains: readonly string[];
  readonly health: CredentialHealth;
  readonly tokens: TokenState | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** When its values were last entered. */
  readonly valuesAt: Date;
  /** Within a minute. */
  readonly lastUsedAt: Date | null;
  readonly shares: readonly CredentialShare[];
}

/** What an actor may do with one credential. */
export interface RightsOnCredential {
  readonly mayUse: boolean;
  readonly mayEdit: boolean;
  readonly mayShare: boolean;
}

/** Whose rights are asked for. */
export interface Holder {
  readonly userId: string;
  readonly role: Role;
}
