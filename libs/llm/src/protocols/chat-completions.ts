import type { Json } from '@millrace/workflow-model';
import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import { isStrict } from '../answer-schema';
import { unwrapped } from '../http-fetch';
import type {
  FinishReason,
  LlmAccount,
  LlmMessage,
  LlmToolCall,
  LlmUsage,
  Protocol,
  RawAnswer,
  SettledRequest,
} from '../llm-types';
import { openAiClient } from '../openai-client';
import { providers } from '../providers';
import { readArguments } from '../tool-arguments';

/** What is read of an answer, whether it came whole or in pieces. */
interface Gathered {
  id: string;
  model: string;
  text: string;
  refusal: string;
  finish: string;
  usage: ChatCompletion['usage'] | null | undefined;
  calls: RawCall[];
}

/** A call as the provider wrote it. What else it holds, such as Gemini's signature of a thought, goes back with it. */
interface RawCall {
  id: string;
  type: 'function';
  function: { name: string; arguments: string };
  [more: string]: unknown;
}

/** Chat completions, as OpenAI invented them and everybody else speaks them. */
export const callChatCompletions: Protocol = (account, request) =>
  unwrapped(account, async () => {
    const client = await openAiClient(account, request);
    const body = bodyOf(account, request);
    if (request.onDelta === undefined) return answerOf(gatheredFrom(await client.chat.completions.create(body)));
    // Groq tells the usage without being asked, and refuses to be asked.
    const options = account.provider === 'groq' ? {} : { stream_options: { include_usage: true } };
    const stream = await client.chat.completions.create({ ...body, ...options, stream: true });
    const gathered: Gathered = { id: '', model: '', text: '', refusal: '', finish: '', usage: undefined, calls: [] };
    for await (const chunk of stream) {
      const delta = addChunk(gathered, chunk);
      if (delta !== '') request.onDelta(delta);
    }
    if (gathered.id === '' && gathered.finish === '') throw new SyntaxError('the stream ended without an answer');
    return answerOf(gathered);
  });

function bodyOf(account: LlmAccount, request: SettledRequest): ChatCompletionCreateParamsNonStreaming {
  const { model, system, messages, tools, nativeSchema, maxOutputTokens, temperature, reasoningEffort } = request;
  const effort = reasoningEffort as ChatCompletionCreateParamsNonStreaming['reasoning_effort'];
  return {
    model,
    messages: [
      ...(system === undefined ? [] : [{ role: 'system' as const, content: system }]),
      ...messages.map(messageOf),
    ],
    ...(maxOutputTokens === undefined ? {} : { [providers[account.provider].limitParam]: maxOutputTokens }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(effort === undefined ? {} : { reasoning_effort: effort }),
    ...(tools.length === 0
      ? {}
      : {
          tools: tools.map(({ name, description, parameters }) => ({
            type: 'function' as const,
            function: { name, description, parameters },
          })),
        }),
    ...(nativeSchema === undefined
      ? {}
      : {
          response_format: {
            type: 'json_schema' as const,
            json_schema: { name: 'answer', schema: nativeSchema, strict: isStrict(nativeSchema) },
          },
        }),
  };
}

function messageOf(message: LlmMessage): ChatCompletionMessageParam {
  switch (message.role) {
    case 'user':
      return { role: 'user', content: message.text };
    case 'tool':
      return { role: 'tool', tool_call_id: message.toolCallId, content: message.text };
    case 'assistant': {
      const calls = Array.isArray(message.native)
        ? (message.native as unknown as RawCall[])
        : callsOf(message.toolCalls);
      return {
        role: 'assistant',
        content: message.text === '' && calls.length > 0 ? null : message.text,
        ...(calls.length === 0 ? {} : { tool_calls: calls }),
      };
    }
  }
}

function callsOf(calls: readonly LlmToolCall[] = []): RawCall[] {
  return calls.map((call) => ({
    id: call.id,
    type: 'function',
    function: { name: call.name, arguments: call.argumentsText },
  }));
}

function gatheredFrom(completion: ChatCompletion): Gathered {
  const choice = completion.choices?.[0];
  if (choice?.message === undefined) throw new SyntaxError('it has no choices');
  return {
    id: completion.id,
    model: completion.model,
    text: choice.message.content ?? '',
    refusal: choice.message.refusal ?? '',
    finish: choice.finish_reason,
    usage: completion.usage,
    calls: (choice.message.tool_calls ?? []) as unknown as RawCall[],
  };
}

/** Adds a piece and gives the text in it. */
function addChunk(gathered: Gathered, chunk: ChatCompletionChunk): string {
  const choice = chunk.choices?.[0];
  gathered.id ||= chunk.id ?? '';
  gathered.model ||= chunk.model ?? '';
  gathered.usage = chunk.usage ?? usageOfGroq(chunk) ?? gathered.usage;
  if (choice === undefined) return '';
  gathered.finish = choice.finish_reason ?? gathered.finish;
  gathered.refusal += choice.delta?.refusal ?? '';
  for (const part of choice.delta?.tool_calls ?? []) addCall(gathered.calls, part);
  const text = choice.delta?.content ?? '';
  gathered.text += text;
  return text;
}

type CallPart = NonNullable<ChatCompletionChunk.Choice.Delta['tool_calls']>[number];

function addCall(calls: RawCall[], { index, id, function: fn, ...more }: CallPart): void {
  const at = index ?? calls.length;
  const call = (calls[at] ??= { ...more, id: '', type: 'function', function: { name: '', arguments: '' } });
  call.id ||= id ?? '';
  call.function.name += fn?.name ?? '';
  call.function.arguments += fn?.arguments ?? '';
}

function usageOfGroq(chunk: ChatCompletionChunk): Gathered['usage'] {
  return (chunk as { x_groq?: { usage?: ChatCompletion['usage'] } }).x_groq?.usage;
}

function answerOf({ id, model, text, refusal, finish, usage, calls }: Gathered): RawAnswer {
  // A list that was filled by index may have holes.
  const given = calls.filter((call) => call !== undefined);
  return {
    id,
    model,
    text: text || refusal,
    toolCalls: given.map((call, index) => ({
      id: call.id || `call-${index + 1}`,
      name: call.function.name,
      arguments: readArguments(call.function.arguments),
      argumentsText: call.function.arguments,
    })),
    finishReason: finishOf(finish, { isRefusal: refusal !== '', hasCalls: given.length > 0 }),
    usage: usageOf(usage),
    ...(given.length === 0 ? {} : { native: JSON.parse(JSON.stringify(given)) as Json }),
  };
}

function usageOf(usage: Gathered['usage']): LlmUsage {
  const inputTokens = usage?.prompt_tokens ?? 0;
  const outputTokens = usage?.completion_tokens ?? 0;
  // Gemini counts thoughts in the total only.
  const totalTokens = Math.max(usage?.total_tokens ?? 0, inputTokens + outputTokens);
  const cached = usage?.prompt_tokens_details?.cached_tokens ?? 0;
  return {
    inputTokens,
    outputTokens: totalTokens - inputTokens,
    totalTokens,
    ...(cached > 0 ? { cachedTokens: cached } : {}),
  };
}

function finishOf(finish: string, { isRefusal, hasCalls }: { isRefusal: boolean; hasCalls: boolean }): FinishReason {
  if (finish === 'length') return 'length';
  if (finish === 'content_filter') return 'content-filter';
  if (hasCalls) return 'tool-calls';
  return isRefusal ? 'refusal' : 'stop';
}
