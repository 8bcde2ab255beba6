import { implementNode, output } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { given, objectOf } from '../../../../shared/service-call';
import { callTelegram } from '../../telegram.client';
import { sendMessageDefinition } from './send-message.definition';

/** Sends the message, once: Telegram knows no idempotency keys. */
export const sendMessageNode = implementNode(sendMessageDefinition, {
  run: async (ctx, params) => {
    const result = await callTelegram(
      ctx,
      'sendMessage',
      given<Json>({
        chat_id: params.chatId,
        text: params.text,
        parse_mode: params.parseMode === 'none' ? undefined : params.parseMode,
        disable_notification: params.disableNotification || undefined,
        protect_content: params.protectContent || undefined,
        link_preview_options: params.disableLinkPreview ? { is_disabled: true } : undefined,
        message_thread_id: params.messageThreadId,
        reply_parameters: params.replyToMessageId === undefined ? undefined : { message_id: params.replyToMessageId },
        reply_markup: params.replyMarkup,
      }),
    );
    const message = objectOf(result);
    return output({
      messageId: message['message_id'] ?? null,
      chatId: objectOf(message['chat'])['id'] ?? null,
      date: message['date'] ?? null,
    });
  },
});
