import type { Json, JsonObject } from '@millrace/workflow-model';
import type {
  Response as OpenAiResponse,
  ResponseCreateParamsNonStreaming,
  ResponseInputItem,
} from 'openai/resources/responses/responses';
import { isStrict } from '../answer-schema';
import { failureOfEvent } from '../failures';
import { unwrapped } from '../http-fetch';
import type {
  FinishReason,
  LlmAccount,
  LlmMessage,
  LlmToolCall,
  Protocol,
  RawAnswer,
  SettledRequest,
} from '../llm-types';
import { openAiClient } from '../openai-client';
import { readArguments } from '../tool-arguments';

/** OpenAI's Responses API. Nothing is kept there: thoughts of earlier turns travel encrypted. */
export const callResponses: Protocol = (account, request) =>
  unwrapped(account, async () => {
    const client = await openAiClient(account, request);
    const body = bodyOf(request);
    if (request.onDelta === undefined) return answerOf(account, await client.responses.create(body));
    const stream = await client.responses.create({ ...body, stream: true });
    let last: OpenAiResponse | undefined;
    for await (const event of stream) {
      if (event.type === 'response.output_text.delta') request.onDelta(event.delta);
      if (event.type === 'error') throw failureOfEvent(account, { code: event.code ?? '', message: event.message });
      if ('response' in event) last = event.response;
    }
    if (last === undefined) throw new SyntaxError('the stream ended without an answer');
    return answerOf(account, last);
  });

function bodyOf(request: SettledRequest): ResponseCreateParamsNonStreaming {
  const { model, system, messages, tools, nativeSchema, maxOutputTokens, temperature, reasoningEffort } = request;
  return {
    model,
    input: messages.flatMap(inputOf),
    store: false,
    ...(system === undefined ? {} : { instructions: system }),
    ...(request.reasons ? { include: ['reasoning.encrypted_content' as const] } : {}),
    ...(maxOutputTokens === undefined ? {} : { max_output_tokens: maxOutputTokens }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(reasoningEffort === undefined || reasoningEffort === 'default'
      ? {}
      : { reasoning: { effort: reasoningEffort } }),
    ...(tools.length === 0
      ? {}
      : {
          tools: tools.map(({ name, description, parameters }) => ({
            type: 'function' as const,
            name,
            description,
            parameters,
            strict: isStrict(parameters),
          })),
        }),
    ...(nativeSchema === undefined ? {} : { text: { format: formatOf(nativeSchema) } }),
  };
}

function formatOf(schema: JsonObject): { type: 'json_schema'; name: string; schema: JsonObject; strict: boolean } {
  return { type: 'json_schema', name: 'answer', schema, strict: isStrict(schema) };
}

function inputOf(message: LlmMessage): ResponseInputItem[] {
  switch (message.role) {
    case 'user':
      return [{ role: 'user', content: message.text }];
    case 'tool':
      return [{ type: 'function_call_output', call_id: message.toolCallId, output: message.text }];
    case 'assistant': {
      if (Array.isArray(message.native)) return message.native as unknown as ResponseInputItem[];
      const calls = (message.toolCalls ?? []).map((call) => ({
        type: 'function_call' as const,
        call_id: call.id,
        name: call.name,
        arguments: call.argumentsText,
      }));
      return [...(message.text === '' ? [] : [{ role: 'assistant' as const, content: message.text }]), ...calls];
    }
  }
}

function answerOf(account: LlmAccount, response: OpenAiResponse): RawAnswer {
  const { output, usage } = response;
  if (!Array.isArray(output)) throw new SyntaxError('it has no output');
  if (response.status === 'failed') {
    const { code = '', message = '' } = response.error ?? {};
    throw failureOfEvent(account, { code, message });
  }
  const contents = output.flatMap((item) => (item.type === 'message' ? item.content : []));
  const refusal = contents.flatMap((part) => (part.type === 'refusal' ? [part.refusal] : [])).join('');
  const toolCalls = output.flatMap((item): LlmToolCall[] =>
    item.type === 'function_call'
      ? [
          {
            id: item.call_id,
            name: item.name,
            arguments: readArguments(item.arguments),
            argumentsText: item.arguments,
          },
        ]
      : [],
  );
  const cached = usage?.input_tokens_details?.cached_tokens ?? 0;
  return {
    text: contents.flatMap((part) => (part.type === 'output_text' ? [part.text] : [])).join('') || refusal,
    toolCalls,
    finishReason: finishOf(response, { isRefusal: refusal !== '', hasCalls: toolCalls.length > 0 }),
    usage: {
      inputTokens: usage?.input_tokens ?? 0,
      outputTokens: usage?.output_tokens ?? 0,
      totalTokens: usage?.total_tokens ?? 0,
      ...(cached > 0 ? { cachedTokens: cached } : {}),
    },
    model: response.model,
    id: response.id,
    native: JSON.parse(JSON.stringify(output)) as Json,
  };
}

function finishOf(
  response: OpenAiResponse,
  { isRefusal, hasCalls }: { isRefusal: boolean; hasCalls: boolean },
): FinishReason {
  if (response.status === 'incomplete') {
    return response.incomplete_details?.reason === 'content_filter' ? 'content-filter' : 'length';
  }
  if (hasCalls) return 'tool-calls';
  return isRefusal ? 'refusal' : 'stop';
}
