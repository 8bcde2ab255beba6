import { checkNotRefused, generate, usualModel } from '@millrace/llm';
import type { LlmResult, ReasoningEffort } from '@millrace/llm';
import { output } from '@millrace/node-sdk';
import type { Outcome, RunContext } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { modelAccount } from './model-account';
import { answerSchema } from './text-params';

/** Params of the nodes that write, whichever provider they are for. */
export interface TextParams {
  readonly aiModel: string;
  readonly aiPrompt: string;
  readonly systemPrompt: string;
  readonly aiFormat: 'text' | 'object';
  readonly aiSchema?: Json | undefined;
  readonly maxOutputTokens?: number | undefined;
  readonly temperature?: number | undefined;
  readonly reasoningEffort?: ReasoningEffort | undefined;
  /** What Anthropic calls the reasoning effort. */
  readonly effort?: ReasoningEffort | undefined;
}

/** Milliseconds for one attempt: a model that thinks hard takes minutes. */
export const MODEL_TIMEOUT_MS = 600_000;

/** What all nodes that write do: the provider follows the credential. */
export async function generateText(ctx: RunContext, params: TextParams): Promise<Outcome> {
  const schema = answerSchema(params.aiFormat, params.aiSchema);
  const account = await modelAccount(ctx);
  const effort = params.reasoningEffort ?? params.effort;
  const result = await generate(account, {
    model: params.aiModel === '' ? usualModel(account.provider) : params.aiModel,
    prompt: params.aiPrompt,
    system: params.systemPrompt,
    timeoutMs: MODEL_TIMEOUT_MS,
    onDelta: (text) => ctx.progress({ kind: 'text', delta: text }),
    ...(schema === undefined ? {} : { schema }),
    ...(params.maxOutputTokens === undefined ? {} : { maxOutputTokens: params.maxOutputTokens }),
    ...(params.temperature === undefined ? {} : { temperature: params.temperature }),
    ...(effort === undefined ? {} : { reasoningEffort: effort }),
  });
  checkNotRefused(result);
  for (const warning of result.warnings) ctx.log('warn', warning);
  return output(textValue(result));
}

/** The output of a node that writes. */
export function textValue(result: LlmResult): JsonObject {
  const { text, object, finishReason, model, id, usage, costUsd, warnings } = result;
  return {
    text,
    ...(object === undefined ? {} : { object }),
    finishReason,
    model,
    id,
    usage: { ...usage },
    ...(costUsd === undefined ? {} : { costUsd }),
    warnings: [...warnings],
  };
}
