import type { OptionChoice } from '@millrace/nodes';
import { defineQueue } from '@millrace/server-platform';

/** What only a worker can do, because it may read the values of credentials. */
export interface NodeOptionsJob {
  readonly askId: string;
  readonly workspaceId: string;
  /** Whose right to use the credential counts. */
  readonly userId: string;
  readonly credentialId: string;
  /** Name of the source. */
  readonly source: string;
}

/** Asks workers for the choices that a service offers. */
export const nodeOptionsQueue = defineQueue<NodeOptionsJob>('node-options', {
  retryLimit: 0,
  expireInSeconds: 60,
  retentionSeconds: 300,
});

/** Rung with the answer: choices are no secrets, and whoever asked is waiting. */
export const NODE_OPTIONS_BELL = 'millrace_node_options';

/** An answer of a worker. */
export interface NodeOptionsAnswer {
  readonly askId: string;
  /** Null when the service could not be asked. */
  readonly choices: readonly OptionChoice[] | null;
  readonly message: string | null;
}

/** Postgres refuses payloads of 8,000 bytes. */
const MAX_BYTES = 7_500;

/** The answer as a payload of the bell, with as many choices as fit. */
export function answerLine(answer: NodeOptionsAnswer): string {
  const { choices, message } = answer;
  const head = { ...answer, message: message?.slice(0, 500) ?? null };
  if (choices === null) return JSON.stringify(head);
  let bytes = Buffer.byteLength(JSON.stringify({ ...head, choices: [] }));
  const fitting = choices.filter((choice) => (bytes += Buffer.byteLength(JSON.stringify(choice)) + 1) <= MAX_BYTES);
  return JSON.stringify({ ...head, choices: fitting });
}
