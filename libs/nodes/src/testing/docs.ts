import type { JsonObject } from '@millrace/workflow-model';

/** Headings that every node's docs have, beside the opening paragraph. */
export const REQUIRED_SECTIONS = ['Parameters', 'Output', 'Example', 'Errors'] as const;

const HEADING = /^## (.+)$/gm;
const PARAMS_BLOCK = /^```json params\n([\s\S]*?)^```$/gm;

/** Titles of the second-level headings in order. */
export function sectionsOf(docs: string): string[] {
  return [...docs.matchAll(HEADING)].map((match) => (match[1] ?? '').trim());
}

/** Text before the first heading. */
export function openingOf(docs: string): string {
  return docs.split(/^## /m)[0]?.trim() ?? '';
}

/**
 * Configs in fences marked `json params`.
 * @throws SyntaxError when one is not JSON
 */
export function examplesOf(docs: string): JsonObject[] {
  return [...docs.matchAll(PARAMS_BLOCK)].map((match) => JSON.parse(match[1] ?? '') as JsonObject);
}
