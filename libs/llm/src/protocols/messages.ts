import type { Anthropic } from '@anthropic-ai/sdk';
import type {
  ContentBlockParam,
  Message,
  MessageCreateParamsNonStreaming,
  MessageParam,
  Tool,
} from '@anthropic-ai/sdk/resources/messages';
import type { Json } from '@millrace/workflow-model';
import { fetchOf, unwrapped } from '../http-fetch';
import type { FinishReason, LlmAccount, LlmMessage, Protocol, RawAnswer, SettledRequest } from '../llm-types';
import { baseUrlOf } from '../providers';

/** Anthropic wants a limit with every call. */
const USUAL_LIMIT = 4_096;

/** Anthropic's Messages API. */
export const callMessages: Protocol = (account, request) =>
  unwrapped(account, async () => {
    const client = await clientOf(account, request);
    const body = bodyOf(request);
    if (request.onDelta === undefined) return answerOf(await client.messages.create(body));
    const stream = client.messages.stream(body).on('text', request.onDelta);
    return answerOf(await stream.finalMessage());
  });

/** Loaded when it is first needed. The key is the credential's business; retries are the engine's. */
async function clientOf(account: LlmAccount, { timeoutMs, call }: SettledRequest): Promise<Anthropic> {
  const { Anthropic: Client } = await import('@anthropic-ai/sdk');
  return new Client({
    apiKey: 'in-the-credential',
    baseURL: baseUrlOf(account),
    maxRetries: 0,
    timeout: timeoutMs + 5_000,
    logLevel: 'off',
    fetch: fetchOf(account, { timeoutMs, call }),
  });
}

function bodyOf(request: SettledRequest): MessageCreateParamsNonStreaming {
  const { model, system, messages, tools, nativeSchema, maxOutputTokens, reasoningEffort } = request;
  const config = {
    ...(reasoningEffort === undefined ? {} : { effort: reasoningEffort as 'low' }),
    ...(nativeSchema === undefined ? {} : { format: { type: 'json_schema' as const, schema: nativeSchema } }),
  };
  return {
    model,
    max_tokens: maxOutputTokens ?? USUAL_LIMIT,
    messages: messagesOf(messages),
    ...(system === undefined ? {} : { system }),
    ...(Object.keys(config).length === 0 ? {} : { output_config: config }),
    ...(tools.length === 0
      ? {}
      : {
          tools: tools.map(({ name, description, parameters }) => ({
            name,
            description,
            input_schema: parameters as unknown as Tool.InputSchema,
          })),
        }),
  };
}

/** Results of tools that were asked for together go back together. */
function messagesOf(messages: readonly LlmMessage[]): MessageParam[] {
  const given: MessageParam[] = [];
  for (const message of messages) {
    const next = paramOf(message);
    const last = given.at(-1);
    if (message.role === 'tool' && last?.role === 'user' && Array.isArray(last.content)) {
      last.content.push(...(next.content as ContentBlockParam[]));
    } else given.push(next);
  }
  return given;
}

function paramOf(message: LlmMessage): MessageParam {
  switch (message.role) {
    case 'user':
      return { role: 'user', content: message.text };
    case 'tool': {
      const result = { type: 'tool_result' as const, tool_use_id: message.toolCallId, content: message.text };
      return { role: 'user', content: [result] };
    }
    case 'assistant': {
      if (Array.isArray(message.native)) {
        return { role: 'assistant', content: message.native as unknown as ContentBlockParam[] };
      }
      const calls = (message.toolCalls ?? []).map((call) => ({
        type: 'tool_use' as const,
        id: call.id,
        name: call.name,
        input: call.arguments ?? {},
      }));
      const text = message.text === '' ? [] : [{ type: 'text' as const, text: message.text }];
      return { role: 'assistant', content: [...text, ...calls] };
    }
  }
}

function answerOf(message: Message): RawAnswer {
  const { content, usage } = message;
  if (!Array.isArray(content)) throw new SyntaxError('it has no content');
  const cached = usage?.cache_read_input_tokens ?? 0;
  const written = usage?.cache_creation_input_tokens ?? 0;
  const inputTokens = (usage?.input_tokens ?? 0) + cached + written;
  const outputTokens = usage?.output_tokens ?? 0;
  return {
    text: content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join(''),
    toolCalls: content.flatMap((block) =>
      block.type === 'tool_use'
        ? [
            {
              id: block.id,
              name: block.name,
              arguments: block.input as Json,
              argumentsText: JSON.stringify(block.input),
            },
          ]
        : [],
    ),
    finishReason: finishOf(message.stop_reason),
    usage: {
      inputTokens,
      outputTokens,
      totalTokens: inputTokens + outputTokens,
      ...(cached > 0 ? { cachedTokens: cached } : {}),
      ...(written > 0 ? { cacheWriteTokens: written } : {}),
    },
    model: message.model,
    id: message.id,
    native: JSON.parse(JSON.stringify(content)) as Json,
  };
}

function finishOf(reason: Message['stop_reason']): FinishReason {
  switch (reason) {
    case 'max_tokens':
    case 'model_context_window_exceeded':
      return 'length';
    case 'tool_use':
      return 'tool-calls';
    case 'refusal':
      return 'refusal';
    default:
      return 'stop';
  }
}
