import { formatRelative, type StatusName } from '@millrace/web-ui';
import type { CredentialSlot } from '@millrace/workflow-model';
import type { CredentialRow, CredentialTypeRow } from './api/credential-api';

/** How the state of an account is told. */
export interface HealthWords {
  readonly status: StatusName;
  readonly word: string;
  /** A sentence: what is known, since when. */
  readonly text: string;
  /** Whether somebody has to do something before runs can use it. */
  readonly isBroken: boolean;
}

const SOON_MS = 7 * 86_400_000;

/** Whether people sign in at the service for it. */
export function signsIn(type: Pick<CredentialTypeRow, 'signIn'> | undefined): boolean {
  return type?.signIn?.grant === 'AUTHORIZATION_CODE';
}

/** The state of an account in words; undefined for those who may see names only. */
export function healthWords(
  row: Pick<CredentialRow, 'health' | 'state' | 'tokens'>,
  type: Pick<CredentialTypeRow, 'signIn'> | undefined,
  nowMs: number,
): HealthWords | undefined {
  const { health, state, tokens } = row;
  if (state === 'PENDING') return words('pending', 'Being stored', 'Its values are being stored.', true);
  if (state === 'DELETING') return words('disabled', 'Being deleted', 'Its values are being deleted.', true);
  if (!health) return undefined;
  const when = health.checkedAt ? ` Seen ${formatRelative(health.checkedAt, nowMs)}.` : '';
  const whose = health.account ? ` Signed in as ${health.account}.` : '';
  if (health.status === 'FAILING')
    return words('failed', 'Failing', `${health.message ?? 'It was refused.'}${when}`, true);
  if (health.status === 'RECONNECT')
    return words('stale', 'Connect again', health.message ?? 'Somebody must sign in at the service again.', true);
  if (signsIn(type) && !tokens)
    return words('stale', 'Not connected', 'Nobody has signed in at the service yet.', true);
  const endsMs = tokens?.expiresAt && !tokens.renewable ? Date.parse(tokens.expiresAt) : Number.POSITIVE_INFINITY;
  if (endsMs < nowMs + SOON_MS)
    return words(
      'stale',
      'Expires soon',
      `Its sign-in ends ${formatRelative(endsMs, nowMs)}. Connect it again.`,
      false,
    );
  if (health.status === 'GOOD') return words('completed', 'Works', `It works.${whose}${when}`, false);
  return words('pending', tokens ? 'Connected' : 'Not tested', 'It shows whether it works when it is used.', false);
}

function words(status: StatusName, word: string, text: string, isBroken: boolean): HealthWords {
  return { status, word, text, isBroken };
}

/** Whether an account of this type fits a slot. */
export function fitsSlot(
  { types }: Pick<CredentialSlot, 'types'>,
  type: string,
  known: CredentialTypeRow | undefined,
): boolean {
  return types.includes(type) || (types.includes('*') && known?.authenticatesRequests === true);
}

/** The types that fit a slot: the usual one first, those of `*` by title. */
export function typesOfSlot(
  slot: Pick<CredentialSlot, 'types'>,
  types: readonly CredentialTypeRow[],
): readonly CredentialTypeRow[] {
  const rank = ({ type }: CredentialTypeRow): number => {
    const at = slot.types.indexOf(type);
    return at < 0 ? slot.types.length : at;
  };
  return types.filter((one) => fitsSlot(slot, one.type, one)).sort((a, b) => rank(a) - rank(b));
}

/** A name that is free, beginning with the type's own. */
export function freeName(title: string, taken: ReadonlySet<string>): string {
  if (!taken.has(title)) return title;
  let count = 2;
  while (taken.has(`${title} ${count}`)) count += 1;
  return `${title} ${count}`;
}

/** Whether a type is for any service rather than for a certain one. */
export function isGeneral(type: Pick<CredentialTypeRow, 'domains' | 'hostField' | 'authenticatesRequests'>): boolean {
  return type.authenticatesRequests && type.domains.length === 0 && !type.hostField;
}

/** What the server finds wrong, by field; what is about none of them under ''. */
export function fieldErrors(message: string, fields: readonly string[]): ReadonlyMap<string, string> {
  const told = /^The fields are not right: ([^]*)$/.exec(message)?.[1];
  if (told === undefined) return new Map([['', message]]);
  return new Map(
    told.split('; ').map((part) => {
      const [, field = '', text = part] = /^([\w-]+)(?:\.[^:]*)?: ([^]*)$/.exec(part) ?? [];
      return fields.includes(field) ? [field, sentence(text)] : ['', sentence(part)];
    }),
  );
}

function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
