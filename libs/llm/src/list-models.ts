import type { Json, JsonObject } from '@millrace/workflow-model';
import { badAnswer, failureOfAnswer } from './failures';
import type { LlmAccount } from './llm-types';
import { endOf } from './models';
import type { ModelChoice } from './models';
import { baseUrlOf } from './providers';

const NO_TEXT =
  /embed|whisper|tts|transcri|speech|audio|realtime|moderation|image|dall-e|sora|veo|imagen|guard|live|aqa/i;
const ANTHROPIC_VERSION = '2026-10-21';

/**
 * The models that an account may use, in alphabetical order: those that write, or those that draw.
 * @throws NodeError as `generate` does
 */
export async function listModels(account: LlmAccount, kind: 'text' | 'image' = 'text'): Promise<ModelChoice[]> {
  const isAnthropic = account.provider === 'anthropic';
  const answer = await account.http.request({
    method: 'GET',
    url: `${baseUrlOf(account)}${isAnthropic ? '/v1/models?limit=1000' : '/models'}`,
    headers: {
      accept: 'application/json',
      ...account.headers,
      ...(isAnthropic ? { 'anthropic-version': ANTHROPIC_VERSION } : {}),
    },
    timeoutMs: 15_000,
    maxRedirects: 0,
    ...(account.credential === undefined ? {} : { credential: account.credential }),
  });
  const body = Buffer.from(answer.body).toString('utf8');
  if (answer.status < 200 || answer.status >= 300) throw failureOfAnswer(account, { ...answer, body });
  const fits = (id: string): boolean => (kind === 'image' ? /image|dall-e|imagen/i.test(id) : !NO_TEXT.test(id));
  return [...new Set(idsIn(account, body))]
    .filter(fits)
    .sort((one, other) => (one < other ? -1 : 1))
    .map((id) => {
      const endsOn = endOf(account.provider, id);
      return endsOn === undefined ? { id } : { id, endsOn };
    });
}

function idsIn(account: LlmAccount, body: string): string[] {
  let data: Json | undefined;
  try {
    data = (JSON.parse(body) as JsonObject | null)?.['data'];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  if (!Array.isArray(data)) throw badAnswer(account, 'it is no list of models');
  return data.flatMap((entry) => {
    const id = (entry as JsonObject | null)?.['id'];
    return typeof id === 'string' ? [id.replace(/^models\//, '')] : [];
  });
}
