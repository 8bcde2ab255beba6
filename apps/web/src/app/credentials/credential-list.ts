import type { CredentialRow, CredentialTypeRow, CredentialUse, Person } from '@millrace/web-canvas/credentials';
import { formatCount } from '@millrace/web-ui';

/** A line of the list of accounts. */
export interface CredentialLine {
  readonly row: CredentialRow;
  readonly type: CredentialTypeRow | undefined;
  /** Its kind in words. */
  readonly typeTitle: string;
  readonly uses: readonly CredentialUse[] | undefined;
  readonly owner: string;
}

/** What a list is narrowed to. */
export interface CredentialFilter {
  readonly text: string;
  /** Name of a type; null for all. */
  readonly type: string | null;
  readonly isBroken: boolean;
}

/** Whose account it is, in words. */
export function ownerOf(row: CredentialRow, people: readonly Person[], me: string | undefined): string {
  if (row.createdBy === null) return '';
  if (row.createdBy === me) return 'You';
  const person = people.find(({ userId }) => userId === row.createdBy);
  return person ? person.name || person.email : 'Somebody who left';
}

/** How many workflows use it, in words. */
export function usesOf(uses: readonly CredentialUse[] | undefined): string {
  if (uses === undefined) return '';
  return uses.length === 0 ? 'Nothing yet' : formatCount(uses.length, 'workflow');
}

/** The lines that match. */
export function filtered(
  lines: readonly CredentialLine[],
  { text, type, isBroken }: CredentialFilter,
): readonly CredentialLine[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter(({ row, typeTitle, uses }) => {
    if (type !== null && row.type !== type) return false;
    if (isBroken && !['FAILING', 'RECONNECT'].includes(row.health?.status ?? '')) return false;
    const hay = [row.name, typeTitle, row.type, ...(uses ?? []).map(({ workflowName }) => workflowName)];
    return words.every((word) => hay.some((one) => one.toLowerCase().includes(word)));
  });
}
