import { implementNode, output } from '@millrace/node-sdk';
import type { ParamsOf } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { invalidParam } from '../../../../core/http-request/http-failures';
import { accountOf, given } from '../../../../shared/service-call';
import { resend, sendEmail } from '../../resend.client';
import { sendEmailDefinition } from './send-email.definition';

type Params = ParamsOf<typeof sendEmailDefinition>;

/** Sends the e-mail. */
export const sendEmailNode = implementNode(sendEmailDefinition, {
  run: async (ctx, params) => {
    const credential = await accountOf(ctx, resend);
    const from = params.emailFrom ?? String(credential.fields['fromEmail'] ?? '');
    if (from === '') throw invalidParam('emailFrom', 'is empty, and the account names no sender either.');
    const { id = null } = await sendEmail(ctx, credential, emailOf(params, from));
    return output({ id });
  },
});

function emailOf(params: Params, from: string): JsonObject {
  return given<Json>({
    from,
    to: params.emailTo,
    subject: params.emailSubject,
    [params.bodyType]: params.emailBody,
    cc: filled(params.emailCc),
    bcc: filled(params.emailBcc),
    reply_to: filled(params.emailReplyTo),
    scheduled_at: params.emailScheduledAt,
    topic_id: params.emailTopicId,
    attachments: filled(params.attachments)?.map(attachmentOf),
    tags: filled(params.tags),
    headers: params.headers,
  });
}

function filled<T>(list: T[] | undefined): T[] | undefined {
  return list?.length ? list : undefined;
}

function attachmentOf({ fileName, base64, url, mimeType }: NonNullable<Params['attachments']>[number]): JsonObject {
  if (base64 === undefined && url === undefined) {
    throw invalidParam('attachments', `holds "${fileName}" without content: give "base64" or "url".`);
  }
  return given<Json>({ filename: fileName, content: base64, path: url, content_type: mimeType });
}
