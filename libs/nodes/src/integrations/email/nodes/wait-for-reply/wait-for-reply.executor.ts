import { NodeError, implementNode, output, suspended } from '@millrace/node-sdk';
import type { Outcome, ParamsOf, ResolvedCredential, RunContext, Wake } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { withMailbox } from '../../imap.client';
import type { OpenMailbox } from '../../imap.client';
import { isReply } from '../../match-reply';
import { cursorIn, newMail } from '../../new-mail';
import type { MailCursor } from '../../new-mail';
import { readMail } from '../../read-mail';
import { waitForReplyDefinition } from './wait-for-reply.definition';

type Params = ParamsOf<typeof waitForReplyDefinition>;

/** What is kept between two looks. */
interface Waiting {
  readonly sinceMs: number;
  readonly deadlineMs: number;
  /** Absent until a look succeeded. */
  readonly cursor?: MailCursor;
  /** Looks that failed since the last one that did not. */
  readonly failures: number;
}

const HOUR_MS = 3_600_000;
/** A refusal that a look meets so often in a row is no passing one. */
const MOST_REFUSALS = 5;
/** Hours after the deadline in which a mailbox that could not be looked into is looked into once more. */
const GRACE_HOURS = 24;
/** Of the time that was waited: looks never follow each other closer than this, so that long waits stay short histories. */
const SPARSEST = 500;

/** Looks into the mailbox, sleeps, and looks again. */
export const waitForReplyNode = implementNode(waitForReplyDefinition, {
  run: async (ctx, params) => {
    const { nowMs } = ctx;
    const deadlineMs = nowMs + params.timeoutHours * HOUR_MS;
    const startedMs = Math.min(nowMs, Date.parse(ctx.execution.startedAt));
    return look(ctx, params, { sinceMs: startedMs, deadlineMs, failures: 0 });
  },
  resume: async (ctx, params, wake) => look(ctx, params, waitingIn(ctx, params, wake)),
});

async function look(ctx: RunContext, params: Params, waiting: Waiting): Promise<Outcome> {
  const credential = await ctx.credential();
  if (credential === undefined) throw noAccount();
  try {
    const { reply, cursor } = await looked(ctx, credential, params, waiting);
    if (reply !== undefined) return output({ ...reply, timedOut: false });
    if (ctx.nowMs >= waiting.deadlineMs) return timedOut(params);
    return asleep(ctx, params, { ...waiting, cursor, failures: 0 });
  } catch (error) {
    if (!(error instanceof NodeError) || ctx.signal.aborted || isHopeless(ctx, error, waiting)) throw error;
    ctx.log('warn', error.failure.message, { code: error.failure.code });
    return asleep(ctx, params, { ...waiting, failures: waiting.failures + 1 });
  }
}

async function looked(
  ctx: RunContext,
  credential: ResolvedCredential,
  params: Params,
  { cursor, sinceMs }: Waiting,
): Promise<{ reply: JsonObject | undefined; cursor: MailCursor }> {
  const { net, signal } = ctx;
  const { mailbox, markSeen: write } = params;
  return withMailbox({ credential, net, signal, mailbox, write }, async (open) => {
    const news = await newMail(open, { cursor, sinceMs });
    const head = news.heads.find((mail) => isReply(mail, params));
    if (head === undefined) return { reply: undefined, cursor: news.cursor };
    const reply = await readMail(open, head, { stripQuoted: params.stripQuoted, attachments: true });
    if (write) await markSeen(ctx, open, head.uid);
    return { reply, cursor: news.cursor };
  });
}

/** The answer is there: a flag that cannot be set is no reason to wait on. */
async function markSeen(ctx: RunContext, { client }: OpenMailbox, uid: number): Promise<void> {
  try {
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  } catch {
    ctx.log('warn', 'The answer could not be marked as read.');
  }
}

/**
 * Whether to give up: at the first look for everything that has to be mended, later only when it goes on, because a wait of
 * days is worth more than a server's bad hour.
 */
function isHopeless(ctx: RunContext, { failure }: NodeError, { cursor, failures, deadlineMs }: Waiting): boolean {
  if (failure.fault === 'bug' || ctx.nowMs >= deadlineMs + GRACE_HOURS * HOUR_MS) return true;
  return failure.fault === 'user' && (cursor === undefined || failures + 1 >= MOST_REFUSALS);
}

function asleep({ nowMs }: RunContext, { pollIntervalSeconds }: Params, waiting: Waiting): Outcome {
  const intervalMs = Math.max(pollIntervalSeconds * 1_000, (nowMs - waiting.sinceMs) / SPARSEST);
  const nextMs = nowMs + intervalMs;
  const isBefore = nowMs < waiting.deadlineMs;
  const untilMs = Math.ceil(isBefore ? Math.min(nextMs, waiting.deadlineMs) : nextMs);
  return suspended({ kind: 'timer', until: new Date(untilMs).toISOString(), state: stateOf(waiting) });
}

function stateOf({ cursor, ...waiting }: Waiting): JsonObject {
  return { ...waiting, ...(cursor === undefined ? {} : { cursor: { ...cursor } }) };
}

function waitingIn(ctx: RunContext, { timeoutHours }: Params, wake: Wake): Waiting {
  const state = (wake.kind === 'timer' ? (wake.state ?? {}) : {}) as JsonObject;
  const cursor = cursorIn(state['cursor']);
  return {
    sinceMs: numberIn(state['sinceMs'], ctx.nowMs),
    deadlineMs: numberIn(state['deadlineMs'], ctx.nowMs + timeoutHours * HOUR_MS),
    failures: numberIn(state['failures'], 0),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

function numberIn(value: Json | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function timedOut({ messageId, timeoutHours }: Params): Outcome {
  return output({ timedOut: true, messageId, waitedHours: timeoutHours }, 'timeout');
}

function noAccount(): NodeError {
  return new NodeError({ code: 'CREDENTIAL_MISSING', fault: 'user', message: 'Choose a mailbox for this node.' });
}
