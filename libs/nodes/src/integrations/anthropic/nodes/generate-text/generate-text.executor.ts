import { implementNode } from '@millrace/node-sdk';
import { generateText } from '../../../llm/generate-text';
import { generateTextDefinition } from './generate-text.definition';

/** Asks a model of the provider. */
export const generateTextNode = implementNode(generateTextDefinition, { run: generateText });
