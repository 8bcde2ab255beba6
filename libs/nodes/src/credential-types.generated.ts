// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { CredentialType } from '@millrace/node-sdk';
import { anthropicCredential } from './integrations/anthropic/anthropic.credential';
import { geminiCredential } from './integrations/gemini/gemini.credential';
import { groqCredential } from './integrations/groq/groq.credential';
import { openaiCredential } from './integrations/openai/openai.credential';
import { openaiCompatibleCredential } from './integrations/openai-compatible/openai-compatible.credential';

/** Every credential type that comes with the product: the generic ones, then those of vendors. */
export const allCredentialTypes = [
  anthropicCredential,
  geminiCredential,
  groqCredential,
  openaiCredential,
  openaiCompatibleCredential,
] as const satisfies readonly CredentialType[];
