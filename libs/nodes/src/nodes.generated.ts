// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { NodeImplementation } from '@millrace/node-sdk';
import { aiAgentNode } from './core/ai-agent/ai-agent.executor';
import { approvalGateNode } from './core/approval-gate/approval-gate.executor';
import { codeNode } from './core/code/code.executor';
import { conditionNode } from './core/condition/condition.executor';
import { dataCleanerNode } from './core/data-cleaner/data-cleaner.executor';
import { errorTriggerNode } from './core/error-trigger/error-trigger.executor';
import { eventTriggerNode } from './core/event-trigger/event-trigger.executor';
import { formNode } from './core/form/form.executor';
import { formTriggerNode } from './core/form-trigger/form-trigger.executor';
import { httpRequestNode } from './core/http-request/http-request.executor';
import { jsonValidatorNode } from './core/json-validator/json-validator.executor';
import { llmNode } from './core/llm/llm.executor';
import { logNode } from './core/log/log.executor';
import { loopNode } from './core/loop/loop.executor';
import { manualTriggerNode } from './core/manual-trigger/manual-trigger.executor';
import { mergeNode } from './core/merge/merge.executor';
import { noOpNode } from './core/no-op/no-op.executor';
import { outputNode } from './core/output/output.executor';
import { publishEventNode } from './core/publish-event/publish-event.executor';
import { repeatNode } from './core/repeat/repeat.executor';
import { respondNode } from './core/respond/respond.executor';
import { runWorkflowNode } from './core/run-workflow/run-workflow.executor';
import { scheduleTriggerNode } from './core/schedule-trigger/schedule-trigger.executor';
import { stopNode } from './core/stop/stop.executor';
import { storageNode } from './core/storage/storage.executor';
import { switchNode } from './core/switch/switch.executor';
import { timerNode } from './core/timer/timer.executor';
import { transformerNode } from './core/transformer/transformer.executor';
import { waitForEventNode } from './core/wait-for-event/wait-for-event.executor';
import { waitForWebhookNode } from './core/wait-for-webhook/wait-for-webhook.executor';
import { webhookTriggerNode } from './core/webhook-trigger/webhook-trigger.executor';
import { generateTextNode as anthropicGenerateTextNode } from './integrations/anthropic/nodes/generate-text/generate-text.executor';
import { queryNode as databaseQueryNode } from './integrations/database/nodes/query/query.executor';
import { sendMessageNode as discordSendMessageNode } from './integrations/discord/nodes/send-message/send-message.executor';
import { sendNode as emailSendNode } from './integrations/email/nodes/send/send.executor';
import { triggerNode as emailTriggerNode } from './integrations/email/nodes/trigger/trigger.executor';
import { waitForReplyNode as emailWaitForReplyNode } from './integrations/email/nodes/wait-for-reply/wait-for-reply.executor';
import { generateTextNode as geminiGenerateTextNode } from './integrations/gemini/nodes/generate-text/generate-text.executor';
import { createIssueNode as githubCreateIssueNode } from './integrations/github/nodes/create-issue/create-issue.executor';
import { getIssueNode as githubGetIssueNode } from './integrations/github/nodes/get-issue/get-issue.executor';
import { listIssuesNode as githubListIssuesNode } from './integrations/github/nodes/list-issues/list-issues.executor';
import { updateIssueNode as githubUpdateIssueNode } from './integrations/github/nodes/update-issue/update-issue.executor';
import { generateTextNode as groqGenerateTextNode } from './integrations/groq/nodes/generate-text/generate-text.executor';
import { createTicketNode as linearCreateTicketNode } from './integrations/linear/nodes/create-ticket/create-ticket.executor';
import { findIssuesNode as linearFindIssuesNode } from './integrations/linear/nodes/find-issues/find-issues.executor';
import { generateImageNode as openaiGenerateImageNode } from './integrations/openai/nodes/generate-image/generate-image.executor';
import { generateTextNode as openaiGenerateTextNode } from './integrations/openai/nodes/generate-text/generate-text.executor';
import { sendEmailNode as resendSendEmailNode } from './integrations/resend/nodes/send-email/send-email.executor';
import { sendMessageNode as slackSendMessageNode } from './integrations/slack/nodes/send-message/send-message.executor';
import { createCustomerNode as stripeCreateCustomerNode } from './integrations/stripe/nodes/create-customer/create-customer.executor';
import { createInvoiceNode as stripeCreateInvoiceNode } from './integrations/stripe/nodes/create-invoice/create-invoice.executor';
import { getCustomerNode as stripeGetCustomerNode } from './integrations/stripe/nodes/get-customer/get-customer.executor';
import { sendMessageNode as telegramSendMessageNode } from './integrations/telegram/nodes/send-message/send-message.executor';
import { triggerNode as telegramTriggerNode } from './integrations/telegram/nodes/trigger/trigger.executor';

/** Every node that comes with the product: the core by type, then those of vendors. */
export const allNodes: readonly NodeImplementation[] = [
  aiAgentNode,
  approvalGateNode,
  codeNode,
  conditionNode,
  dataCleanerNode,
  errorTriggerNode,
  eventTriggerNode,
  formNode,
  formTriggerNode,
  httpRequestNode,
  jsonValidatorNode,
  llmNode,
  logNode,
  loopNode,
  manualTriggerNode,
  mergeNode,
  noOpNode,
  outputNode,
  publishEventNode,
  repeatNode,
  respondNode,
  runWorkflowNode,
  scheduleTriggerNode,
  stopNode,
  storageNode,
  switchNode,
  timerNode,
  transformerNode,
  waitForEventNode,
  waitForWebhookNode,
  webhookTriggerNode,
  anthropicGenerateTextNode,
  databaseQueryNode,
  discordSendMessageNode,
  emailSendNode,
  emailTriggerNode,
  emailWaitForReplyNode,
  geminiGenerateTextNode,
  githubCreateIssueNode,
  githubGetIssueNode,
  githubListIssuesNode,
  githubUpdateIssueNode,
  groqGenerateTextNode,
  linearCreateTicketNode,
  linearFindIssuesNode,
  openaiGenerateImageNode,
  openaiGenerateTextNode,
  resendSendEmailNode,
  slackSendMessageNode,
  stripeCreateCustomerNode,
  stripeCreateInvoiceNode,
  stripeGetCustomerNode,
  telegramSendMessageNode,
  telegramTriggerNode,
];
