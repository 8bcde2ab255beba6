import { NodeError } from '@millrace/node-sdk';
import type { PollAnswer, PollContext, PolledItem, Polling } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import type { z } from 'zod';
import { withMailbox } from './imap.client';
import type { OpenMailbox } from './imap.client';
import { isAutomatic, isFrom } from './match-reply';
import { cursorIn, newMail } from './new-mail';
import type { MailHead } from './new-mail';
import { triggerDefinition } from './nodes/trigger/trigger.definition';
import { readMail } from './read-mail';

type Params = z.output<typeof triggerDefinition.params>;

/** Mails of one look: each may be some megabytes. */
const MOST_AT_ONCE = 10;

/** Looks for mails that came since the last look. The cursor counts numbers of mails, not marks: reading them elsewhere changes nothing. */
export const mailPolling: Polling = {
  everySeconds: (rawParams) => triggerDefinition.params.parse(rawParams).pollIntervalSeconds,
  poll: async (ctx, kept) => {
    const params = triggerDefinition.params.parse(ctx.rawParams);
    const credential = await ctx.credential();
    if (credential === undefined) {
      const message = 'Choose a mailbox for this trigger, and publish the workflow again.';
      throw new NodeError({ code: 'CREDENTIAL_MISSING', fault: 'user', message });
    }
    const { mailbox, markSeen: write } = params;
    const { net, signal } = ctx;
    return withMailbox({ credential, net, signal, mailbox, write }, (open) => looked(ctx, open, { params, kept }));
  },
};

async function looked(
  ctx: PollContext,
  open: OpenMailbox,
  { params, kept }: { params: Params; kept: Json | undefined },
): Promise<PollAnswer> {
  const { box } = open;
  const uidValidity = String(box.uidValidity);
  const atMs = ctx.nowMs;
  if (kept === undefined) return { items: [], cursor: { uidValidity, uidNext: box.uidNext, atMs } };
  const cursor = cursorIn(kept);
  const before = (kept as JsonObject)['atMs'];
  const sinceMs = typeof before === 'number' ? before : atMs;
  const isAnew = cursor?.uidValidity !== uidValidity;
  const news = await newMail(open, { cursor, sinceMs, ...(isAnew ? {} : { limit: MOST_AT_ONCE }) });
  // Numbered anew: what was there at the last look must not come again.
  const fresh = isAnew ? news.heads.filter(({ takenAtMs }) => takenAtMs >= sinceMs) : news.heads;
  const taken = fresh.slice(0, MOST_AT_ONCE);
  const uidNext = taken.length < fresh.length ? (taken.at(-1)?.uid ?? 0) + 1 : news.cursor.uidNext;
  const items: PolledItem[] = [];
  for (const head of taken.filter((mail) => isWanted(mail, params))) {
    items.push(await itemOf(open, head, { params, uidValidity }));
  }
  return { items, cursor: { uidValidity, uidNext, atMs }, more: uidNext < box.uidNext };
}

async function itemOf(
  open: OpenMailbox,
  head: MailHead,
  { params, uidValidity }: { params: Params; uidValidity: string },
): Promise<PolledItem> {
  const mail = await readMail(open, head, params);
  if (params.markSeen) {
    await open.client.messageFlagsAdd(String(head.uid), ['\\Seen'], { uid: true }).catch(() => false);
  }
  return { key: `${uidValidity}:${head.uid}`, payload: { ...mail, uid: head.uid } };
}

function isWanted({ headers }: MailHead, { from, subject, ignoreAutomatic }: Params): boolean {
  if (ignoreAutomatic && isAutomatic(headers)) return false;
  if (from !== undefined && !isFrom(headers.get('from') ?? '', from)) return false;
  return subject === undefined || (headers.get('subject') ?? '').toLowerCase().includes(subject.toLowerCase());
}
