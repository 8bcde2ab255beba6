import type { ExecutionEvent } from '@millrace/engine';
import { formatDuration, formatExact } from '@millrace/web-ui';
import { adviceFor, type ShownFailure } from './failure-advice';

/** One try of a step. */
export interface Attempt {
  readonly number: number;
  readonly startedAtMs?: number;
  readonly durationMs?: number;
  readonly outcome: 'completed' | 'failed' | 'interrupted' | 'running' | 'cancelled' | 'waiting';
  readonly message?: string;
}

/** The tries of a step in the run, or in one turn of a loop, from its events. */
export function attemptsOf(events: readonly ExecutionEvent[], nodeId: string, path?: string): readonly Attempt[] {
  const attempts = new Map<number, Attempt>();
  const put = (number: number, parts: Partial<Attempt>): void => {
    attempts.set(number, { outcome: 'running', ...attempts.get(number), ...parts, number });
  };
  const since = (number: number, atMs: number): { durationMs?: number } => {
    const startedAtMs = attempts.get(number)?.startedAtMs;
    return startedAtMs === undefined ? {} : { durationMs: atMs - startedAtMs };
  };
  for (const event of events) {
    if (!('nodeId' in event) || event.nodeId !== nodeId || event.path !== path || !('attempt' in event)) continue;
    const { attempt, atMs } = event;
    if (event.type === 'node.started') put(attempt, { startedAtMs: atMs });
    else if (event.type === 'node.retrying')
      put(attempt, { outcome: 'failed', message: event.error.message, ...since(attempt, atMs) });
    else if (event.type === 'node.interrupted') put(attempt, { outcome: 'interrupted', ...since(attempt, atMs) });
    else if (event.type === 'node.cancelled') put(attempt, { outcome: 'cancelled', ...since(attempt, atMs) });
    else if (event.type === 'node.waiting') put(attempt, { outcome: 'waiting', startedAtMs: event.startedAtMs });
    else if (event.type === 'node.iterating') put(attempt, { startedAtMs: event.startedAtMs });
    else if (event.type === 'node.completed' || event.type === 'node.failed') {
      const { startedAtMs, durationMs, error } = event;
      const outcome = error === undefined ? 'completed' : 'failed';
      put(attempt, { outcome, startedAtMs, durationMs, ...(error === undefined ? {} : { message: error.message }) });
    }
  }
  return [...attempts.values()].sort((a, b) => a.number - b.number);
}

/** What a failure report is written from. */
export interface ReportInput {
  readonly failure: ShownFailure;
  readonly workflowName: string;
  readonly version?: string | null;
  readonly executionId: string;
  readonly stepLabel?: string;
  readonly attempts: readonly Attempt[];
}

/** A failure as Markdown, to be put into an issue or a chat. */
export function failureReport({
  failure,
  workflowName,
  version,
  executionId,
  stepLabel,
  attempts,
}: ReportInput): string {
  const advice = adviceFor(failure);
  const lines = [
    `### ${advice.title}`,
    '',
    `**${failure.code}**: ${failure.message}`,
    '',
    `- Workflow: ${workflowName}${version ? ` ${version}` : ''}`,
    `- Run: \`${executionId}\``,
    ...(stepLabel === undefined ? [] : [`- Step: ${stepLabel}`]),
    '',
    ...advice.steps.map((step, index) => `${index + 1}. ${step}`),
  ];
  if (attempts.length > 0) lines.push('', ...attemptTable(attempts));
  if (failure.details !== undefined) lines.push('', '```json', JSON.stringify(failure.details, null, 2), '```');
  return `${lines.join('\n')}\n`;
}

function attemptTable(attempts: readonly Attempt[]): readonly string[] {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const rows = attempts.map(({ number, startedAtMs, durationMs, outcome, message }) => {
    const started = startedAtMs === undefined ? '' : formatExact(startedAtMs);
    const took = durationMs === undefined ? '' : formatDuration(durationMs);
    return `| ${number} | ${started} | ${took} | ${outcome}${message ? `: ${cell(message)}` : ''} |`;
  });
  return ['| Attempt | Started | Took | Outcome |', '| ---: | --- | ---: | --- |', ...rows];
}
