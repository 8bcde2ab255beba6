import { isLlmProvider, listModels, shippedModels } from '@millrace/llm';
import type { LlmProvider, ModelChoice } from '@millrace/llm';
import type { OptionChoice, OptionSource } from '../../option-source';
import { MODEL_CREDENTIALS } from './model-account';

type Kind = 'text' | 'image';

/** Models as choices: asked of the provider through an account, else those that come with the product. */
function modelSource(types: readonly LlmProvider[], kind: Kind): OptionSource {
  return {
    credentialTypes: types,
    shipped: () => types.flatMap((provider) => shippedModels(provider, kind)).map(choiceOf),
    load: async (credential, { http, nowMs }) => {
      if (!isLlmProvider(credential.type)) return [];
      const baseUrl = String(credential.fields['baseUrl'] ?? '');
      const account = { provider: credential.type, credential, http, baseUrl, nowMs };
      return (await listModels(account, kind)).map(choiceOf);
    },
  };
}

function choiceOf({ id, endsOn }: ModelChoice): OptionChoice {
  return endsOn === undefined ? { value: id } : { value: id, hint: `ends on ${endsOn}` };
}

/** By the name under which params ask for them. */
export const modelOptions: Readonly<Record<string, OptionSource>> = {
  'llm/models': modelSource(MODEL_CREDENTIALS, 'text'),
  'openai/models': modelSource(['openai'], 'text'),
  'openai/image-models': modelSource(['openai'], 'image'),
  'anthropic/models': modelSource(['anthropic'], 'text'),
  'gemini/models': modelSource(['gemini'], 'text'),
  'groq/models': modelSource(['groq'], 'text'),
};
