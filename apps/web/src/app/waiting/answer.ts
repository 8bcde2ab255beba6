import type { Json } from '@millrace/workflow-model';

/** An approval that a step asks for. */
export interface Approval {
  readonly message: string;
  readonly details?: Json;
}

/** The approval in what a step asks; undefined when it asks for something else. */
export function approvalIn(prompt: Json | undefined): Approval | undefined {
  if (typeof prompt !== 'object' || prompt === null || Array.isArray(prompt) || prompt['kind'] !== 'approval') {
    return undefined;
  }
  const { message, details } = prompt;
  return { message: typeof message === 'string' ? message : '', ...(details === undefined ? {} : { details }) };
}

/** A typed payload, or why it is none. Nothing typed is null. */
export function payloadOf(
  text: string,
): { readonly value: Json; readonly error?: undefined } | { readonly error: string } {
  if (text.trim() === '') return { value: null };
  try {
    return { value: JSON.parse(text) as Json };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { error: `This is no JSON yet: ${error.message}` };
  }
}
