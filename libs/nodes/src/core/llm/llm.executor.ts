import { implementNode } from '@millrace/node-sdk';
import { generateText } from '../../integrations/llm/generate-text';
import { llmDefinition } from './llm.definition';

/** Asks a model of the provider that the account belongs to. */
export const llmNode = implementNode(llmDefinition, { run: generateText });
