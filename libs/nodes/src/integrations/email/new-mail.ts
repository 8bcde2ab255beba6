import type { Json, JsonObject } from '@millrace/workflow-model';
import PostalMime from 'postal-mime';
import type { OpenMailbox } from './imap.client';

/** Up to where a mailbox was looked through. */
export interface MailCursor {
  /** Changes when the server numbers its mails anew. */
  readonly uidValidity: string;
  /** Number that the next mail was going to have. */
  readonly uidNext: number;
}

/** What the headers of a mail tell. Names in lower case. */
export interface MailHead {
  readonly uid: number;
  /** When the server took it; milliseconds since the epoch. */
  readonly takenAtMs: number;
  readonly bytes: number;
  readonly headers: ReadonlyMap<string, string>;
}

/** Mails of one look by date; the newest are taken. */
const MOST_BY_DATE = 1_000;
const AT_ONCE = 200;
const DAY_MS = 86_400_000;
const NAMES = [
  ...['message-id', 'in-reply-to', 'references', 'from', 'to', 'cc', 'subject', 'delivered-to', 'x-original-to'],
  ...['envelope-to', 'auto-submitted', 'x-autoreply', 'x-autorespond', 'precedence'],
];

/**
 * Mails that came after the cursor, oldest first; at most `limit`. Without a cursor, or when the server numbers anew, those
 * of the last days before `sinceMs` too: servers search by date only.
 */
export async function newMail(
  { client, box }: OpenMailbox,
  { cursor, sinceMs, limit }: { cursor: MailCursor | undefined; sinceMs: number; limit?: number },
): Promise<{ heads: MailHead[]; cursor: MailCursor }> {
  const uidValidity = String(box.uidValidity);
  const known = cursor?.uidValidity === uidValidity ? cursor : undefined;
  const found = known ? await uidsFrom(client, box, known.uidNext) : await uidsSince(client, box, sinceMs);
  const uids = limit === undefined ? found : found.slice(0, limit);
  const heads = await headsOf(client, uids);
  const last = uids.at(-1) ?? 0;
  // While some are left for the next look, it begins behind the last one that was taken now.
  const uidNext = uids.length < found.length ? last + 1 : Math.max(box.uidNext, known?.uidNext ?? 0, last + 1);
  return { heads, cursor: { uidValidity, uidNext } };
}

/** The cursor that JSON holds. */
export function cursorIn(value: Json | undefined): MailCursor | undefined {
  const { uidValidity, uidNext } = (typeof value === 'object' && value !== null ? value : {}) as JsonObject;
  return typeof uidValidity === 'string' && typeof uidNext === 'number' ? { uidValidity, uidNext } : undefined;
}

/** `n:*` always gives the last mail, even an older one. */
async function uidsFrom(client: OpenMailbox['client'], box: OpenMailbox['box'], uidNext: number): Promise<number[]> {
  if (box.exists === 0 || box.uidNext <= uidNext) return [];
  const found = await client.search({ uid: `${uidNext}:*` }, { uid: true });
  return sorted(found).filter((uid) => uid >= uidNext);
}

async function uidsSince(client: OpenMailbox['client'], box: OpenMailbox['box'], sinceMs: number): Promise<number[]> {
  if (box.exists === 0) return [];
  const found = await client.search({ since: new Date(sinceMs - DAY_MS) }, { uid: true });
  return sorted(found).slice(-MOST_BY_DATE);
}

function sorted(found: number[] | false | undefined): number[] {
  return found ? [...found].sort((one, other) => one - other) : [];
}

async function headsOf(client: OpenMailbox['client'], uids: readonly number[]): Promise<MailHead[]> {
  const heads: MailHead[] = [];
  for (let start = 0; start < uids.length; start += AT_ONCE) {
    const range = uids.slice(start, start + AT_ONCE).join(',');
    const query = { uid: true, internalDate: true, size: true, headers: NAMES };
    for (const { uid, internalDate, size = 0, headers } of await client.fetchAll(range, query, { uid: true })) {
      const parsed = await PostalMime.parse(headers ?? '');
      const takenAtMs = new Date(internalDate ?? 0).getTime();
      heads.push({ uid, takenAtMs, bytes: size, headers: headersOf(parsed.headers) });
    }
  }
  return heads.sort((one, other) => one.uid - other.uid);
}

function headersOf(list: readonly { key: string; value: string }[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (const { key, value } of list) {
    const before = headers.get(key);
    headers.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return headers;
}
