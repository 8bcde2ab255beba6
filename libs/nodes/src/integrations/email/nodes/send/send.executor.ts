import { NodeError, implementNode, output } from '@millrace/node-sdk';
import type { ParamsOf, RunContext } from '@millrace/node-sdk';
import { invalidParam } from '../../../../core/http-request/http-failures';
import { withReplyToken } from '../../addresses';
import { attachmentsOf } from '../../mail-files';
import { messageIdOf } from '../../message-id';
import { sendMail } from '../../smtp.client';
import type { MailDraft } from '../../smtp.client';
import { sendDefinition } from './send.definition';

type Params = ParamsOf<typeof sendDefinition>;

/** Sends the mail, under the same Message-ID in every attempt. */
export const sendNode = implementNode(sendDefinition, {
  run: async (ctx, params) => {
    const credential = await ctx.credential();
    if (credential === undefined) throw noAccount();
    const from = params.from ?? String(credential.fields['from'] ?? '');
    if (from === '') throw invalidParam('from', 'is empty, and the account names no sender either.');
    const draft = draftOf(ctx, params, from);
    const sent = await sendMail(credential, ctx, draft);
    if (sent.rejected.length > 0) {
      ctx.log('warn', 'The server refuses some recipients.', { rejected: sent.rejected });
    }
    return output({ ...sent, replyTo: draft.replyTo ?? null });
  },
});

function draftOf(ctx: RunContext, params: Params, from: string): MailDraft & { replyTo?: string } {
  const { to, cc, bcc, subject, text, html, inReplyTo, references } = params;
  const messageId = messageIdOf(ctx.idempotencyKey, from);
  const replyTo = params.replyToken ? withReplyToken(params.replyTo ?? from, messageId) : params.replyTo;
  const thread = references ?? (inReplyTo === undefined ? undefined : [inReplyTo]);
  return {
    ...{ from, to, subject, messageId },
    ...(text === undefined ? {} : { text }),
    ...(html === undefined ? {} : { html }),
    ...(cc === undefined ? {} : { cc }),
    ...(bcc === undefined ? {} : { bcc }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(thread === undefined ? {} : { references: thread }),
    ...(params.attachments === undefined ? {} : { attachments: attachmentsOf(params.attachments) }),
  };
}

function noAccount(): NodeError {
  return new NodeError({
    code: 'CREDENTIAL_MISSING',
    fault: 'user',
    message: 'Choose a mail server for this node.',
  });
}
