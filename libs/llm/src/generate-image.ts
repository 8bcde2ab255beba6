import type { ImagesResponse } from 'openai/resources/images';
import { badAnswer } from './failures';
import { unwrapped } from './http-fetch';
import type { LlmAccount, LlmUsage } from './llm-types';
import { openAiClient } from './openai-client';

/** What is to be drawn. */
export interface ImageRequest {
  readonly model: string;
  readonly prompt: string;
  /** Such as `1024x1024`, or `auto`. */
  readonly size?: string;
  readonly quality?: string;
  readonly background?: string;
  readonly format: 'png' | 'jpeg' | 'webp';
  readonly count: number;
  readonly timeoutMs?: number;
}

/** A drawn image. */
export interface GeneratedImage {
  readonly base64: string;
  readonly mimeType: string;
}

/** What came of a call. */
export interface ImageResult {
  readonly images: readonly GeneratedImage[];
  /** The prompt as the provider rewrote it. */
  readonly revisedPrompt?: string;
  readonly usage?: LlmUsage;
}

const USUAL_TIMEOUT_MS = 300_000;

/**
 * Draws images with an OpenAI account.
 * @throws NodeError as `generate` does
 */
export async function generateImage(account: LlmAccount, request: ImageRequest): Promise<ImageResult> {
  const timeoutMs = request.timeoutMs ?? USUAL_TIMEOUT_MS;
  const answer = await unwrapped(account, async () => {
    const client = await openAiClient(account, { timeoutMs, call: 1 });
    // The client's lists of words for size, quality and background are older than the models.
    return (await client.images.generate({
      model: request.model,
      prompt: request.prompt,
      n: request.count,
      output_format: request.format,
      ...given('size', request.size),
      ...given('quality', request.quality),
      ...given('background', request.background),
    })) as ImagesResponse;
  });
  const images = (answer.data ?? []).flatMap(({ b64_json }) => (b64_json ? [b64_json] : []));
  if (images.length === 0) throw badAnswer(account, 'it holds no image');
  const revised = answer.data?.[0]?.revised_prompt;
  return {
    images: images.map((base64) => ({ base64, mimeType: `image/${request.format}` })),
    ...(revised ? { revisedPrompt: revised } : {}),
    ...(answer.usage ? { usage: usageOf(answer.usage) } : {}),
  };
}

function given(name: string, value: string | undefined): Record<string, never> {
  return (value === undefined || value === '' ? {} : { [name]: value }) as Record<string, never>;
}

function usageOf(usage: NonNullable<ImagesResponse['usage']>): LlmUsage {
  return { inputTokens: usage.input_tokens, outputTokens: usage.output_tokens, totalTokens: usage.total_tokens };
}
