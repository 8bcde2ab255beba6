import type { CredentialRow } from '../api/credential-api';

/** A part of the dialog of an account. */
export type CredentialTab = 'connection' | 'access' | 'usage';

/** What the dialog of an account is opened with: one that exists, or what a new one may be. */
export interface CredentialDialogData {
  readonly id?: string;
  readonly tab?: CredentialTab;
  readonly types?: readonly string[];
  readonly saved?: (row: CredentialRow) => void;
}
