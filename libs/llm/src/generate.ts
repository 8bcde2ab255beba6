import { NodeError } from '@millrace/node-sdk';
import { AnswerSchema } from './answer-schema';
import type {
  LlmAccount,
  LlmMessage,
  LlmRequest,
  LlmResult,
  LlmUsage,
  Protocol,
  RawAnswer,
  SettledRequest,
} from './llm-types';
import { featuresOf, settledParams } from './model-features';
import { endOf } from './models';
import { costOf } from './prices';
import { callChatCompletions } from './protocols/chat-completions';
import { callMessages } from './protocols/messages';
import { callResponses } from './protocols/responses';
import { providers } from './providers';

const USUAL_TIMEOUT_MS = 300_000;
const protocols: Readonly<Record<string, Protocol>> = {
  responses: callResponses,
  messages: callMessages,
  'chat-completions': callChatCompletions,
};
/** What servers say that do not know how to enforce a schema. */
const KNOWS_NO_SCHEMA = /response_format|json_schema|structured output|text\.format|output_config/i;

/**
 * Asks a model. Params that it does not take are left out with a warning. With a schema the answer is JSON that fits it:
 * enforced by the provider where it can, and checked and asked for once more where it does not fit.
 * @throws NodeError `LLM_AUTH`, `LLM_QUOTA`, `LLM_RATE_LIMITED`, `LLM_OVERLOADED`, `LLM_MODEL_NOT_FOUND`,
 * `LLM_CONTEXT_TOO_LONG`, `LLM_INVALID_REQUEST`, `LLM_REFUSED`, `LLM_TRUNCATED`, `LLM_ANSWER_INVALID`, `LLM_BAD_ANSWER`, and those of HTTP
 */
export async function generate(account: LlmAccount, request: LlmRequest): Promise<LlmResult> {
  if (request.model.trim() === '') {
    throw new NodeError({ code: 'LLM_INVALID_REQUEST', fault: 'user', message: 'Choose a model.' });
  }
  const schema = request.schema && new AnswerSchema(request.schema);
  const conversation = new Conversation(account, request, schema);
  const answer = await conversation.ask(messagesOf(request));
  if (schema === undefined || answer.finishReason === 'tool-calls') return conversation.result(answer);
  return conversation.fitted(schema, answer, messagesOf(request));
}

/** The calls that one request takes: usually one, with a repair two. */
class Conversation {
  private readonly warnings: string[];
  private readonly settled: Omit<SettledRequest, 'messages' | 'call'>;
  private calls = 0;
  private usage: LlmUsage | undefined;
  private inWords: boolean;

  constructor(
    private readonly account: LlmAccount,
    request: LlmRequest,
    private readonly schema: AnswerSchema | undefined,
  ) {
    const { warnings, ...params } = settledParams(account.provider, request);
    const features = featuresOf(account.provider, request.model);
    // Servers of chat completions enforce a schema from the first word on, so that no tool could be asked for.
    const toolsForbidSchema =
      (request.tools ?? []).length > 0 && providers[account.provider].protocol === 'chat-completions';
    const endsOn = endOf(account.provider, request.model);
    this.warnings = [...warnings, ...(endsOn === undefined ? [] : [`${request.model} ends on ${endsOn}.`])];
    this.inWords = features.schema === 'words' || toolsForbidSchema || schema?.isEnforcedBy(account.provider) === false;
    this.settled = {
      ...params,
      model: request.model,
      system: request.system?.trim() === '' ? undefined : request.system,
      tools: request.tools ?? [],
      nativeSchema: schema?.nativeFor(account.provider),
      maxOutputTokens: request.maxOutputTokens,
      reasons: features.reasons,
      timeoutMs: request.timeoutMs ?? USUAL_TIMEOUT_MS,
      onDelta: request.onDelta,
    };
  }

  async ask(messages: readonly LlmMessage[]): Promise<RawAnswer> {
    try {
      return this.counted(await this.call(messages));
    } catch (error) {
      if (!this.isSchemaRefused(error)) throw error;
      this.warnings.push('The server does not enforce a JSON Schema; the model was asked in words.');
      this.inWords = true;
      return this.counted(await this.call(messages));
    }
  }

  /** The answer with its object. One that does not fit is sent back once. */
  async fitted(schema: AnswerSchema, answer: RawAnswer, messages: readonly LlmMessage[]): Promise<LlmResult> {
    checkWhole(answer);
    const first = schema.read(answer.text);
    if ('value' in first) return { ...this.result(answer), object: first.value };
    this.warnings.push(`The first answer did not fit the schema (${first.flaws[0]}) and was asked for again.`);
    const again = `That does not fit the JSON Schema:\n- ${first.flaws.join('\n- ')}\nWrite the whole answer again, as JSON only.`;
    const repair: LlmMessage[] = [
      { role: 'assistant', text: answer.text, ...(answer.native === undefined ? {} : { native: answer.native }) },
      { role: 'user', text: again },
    ];
    const repaired = await this.ask([...messages, ...repair]);
    checkWhole(repaired);
    const second = schema.read(repaired.text);
    if ('value' in second) return { ...this.result(repaired), object: second.value };
    throw new NodeError({
      code: 'LLM_ANSWER_INVALID',
      fault: 'user',
      message: `The model did not give what the schema asks for: ${second.flaws.join('; ')}. Say it more clearly in the prompt, or choose a stronger model.`,
      details: { flaws: [...second.flaws], answer: repaired.text.slice(0, 2_000) },
    });
  }

  result(answer: RawAnswer): LlmResult {
    const { provider, nowMs } = this.account;
    const usage = this.usage ?? answer.usage;
    const cost =
      costOf(provider, answer.model, { usage, nowMs }) ?? costOf(provider, this.settled.model, { usage, nowMs });
    return { ...answer, usage, ...(cost === undefined ? {} : { costUsd: cost }), warnings: this.warnings };
  }

  private call(messages: readonly LlmMessage[]): Promise<RawAnswer> {
    const { provider } = this.account;
    const protocol = protocols[providers[provider].protocol] as Protocol;
    const { system, nativeSchema } = this.settled;
    const words = this.inWords && this.schema ? this.schema.inWords() : undefined;
    const parts = [system, words].filter((part) => part !== undefined);
    this.calls += 1;
    return protocol(this.account, {
      ...this.settled,
      call: this.calls,
      messages,
      system: parts.length === 0 ? undefined : parts.join('\n\n'),
      nativeSchema: this.inWords ? undefined : nativeSchema,
    });
  }

  private isSchemaRefused(error: unknown): boolean {
    if (!(error instanceof NodeError) || this.schema === undefined || this.inWords) return false;
    const { code, message, details } = error.failure;
    const schemaIsTried = featuresOf(this.account.provider, this.settled.model).schema === 'try';
    return schemaIsTried && code === 'LLM_INVALID_REQUEST' && KNOWS_NO_SCHEMA.test(message + JSON.stringify(details));
  }

  private counted(answer: RawAnswer): RawAnswer {
    this.usage = this.usage === undefined ? answer.usage : addUsage(this.usage, answer.usage);
    return answer;
  }
}

/** The sum of two counts. */
export function addUsage(one: LlmUsage, other: LlmUsage): LlmUsage {
  const cached = (one.cachedTokens ?? 0) + (other.cachedTokens ?? 0);
  const written = (one.cacheWriteTokens ?? 0) + (other.cacheWriteTokens ?? 0);
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    totalTokens: one.totalTokens + other.totalTokens,
    ...(cached > 0 ? { cachedTokens: cached } : {}),
    ...(written > 0 ? { cacheWriteTokens: written } : {}),
  };
}

/** @throws NodeError `LLM_REFUSED` when the model, or a filter of the provider, did not want to answer */
export function checkNotRefused(answer: Pick<LlmResult, 'finishReason' | 'text'>): void {
  if (answer.finishReason !== 'refusal' && answer.finishReason !== 'content-filter') return;
  const told = answer.text === '' ? '' : ` It says: ${answer.text.slice(0, 500)}`;
  const message = `The model refuses to answer. Change the prompt.${told}`;
  throw new NodeError({ code: 'LLM_REFUSED', fault: 'user', message, details: { reason: answer.finishReason } });
}

function checkWhole(answer: RawAnswer): void {
  checkNotRefused(answer);
  if (answer.finishReason !== 'length') return;
  throw new NodeError({
    code: 'LLM_TRUNCATED',
    fault: 'user',
    message: 'The model reached the limit of its output before the JSON was complete. Raise "maxOutputTokens".',
    details: { outputTokens: answer.usage.outputTokens },
  });
}

function messagesOf({ prompt, messages }: LlmRequest): readonly LlmMessage[] {
  return messages ?? [{ role: 'user', text: prompt ?? '' }];
}
