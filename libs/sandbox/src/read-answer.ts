import type { LogLevel, SandboxResult } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import parseSafely from 'secure-json-parse';
import { SandboxError, outOfMemory, outputTooLarge, timedOut } from './sandbox-error';
import type { CodePlace } from './sandbox-error';

/** What a child says about one script. */
export interface ChildAnswer {
  readonly status: string;
  /** JSON `{ value?, error?, logs }`, or empty. Written by the script's isolate: not trusted. */
  readonly text: string;
}

export interface AnswerLimits {
  readonly timeoutMs: number;
  readonly memoryLimitMb: number;
  readonly maxResultBytes: number;
}

interface Told {
  readonly value: Json;
  readonly error?: { readonly kind?: string; readonly name: string; readonly message: string } & CodePlace;
  readonly logs: SandboxResult['logs'];
}

const LEVELS: readonly string[] = ['debug', 'info', 'warn', 'error'] satisfies LogLevel[];

/**
 * The result of a script.
 * @throws SandboxError `CODE_ERROR`, `CODE_TIMEOUT`, `CODE_MEMORY`, `CODE_OUTPUT_TOO_LARGE`
 */
export function readAnswer(answer: ChildAnswer, limits: AnswerLimits): SandboxResult {
  if (answer.status === 'memory') throw outOfMemory(limits.memoryLimitMb);
  const told = toldBy(answer.text);
  if (answer.status === 'timeout') throw timedOut(limits.timeoutMs, told.logs);
  if (told.error !== undefined) throw failureOf(told.error, told.logs, limits);
  if (answer.text.length * 3 > limits.maxResultBytes && bytesOf(told.value) > limits.maxResultBytes) {
    throw outputTooLarge(limits.maxResultBytes, told.logs);
  }
  return { value: told.value, logs: told.logs };
}

function bytesOf(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function failureOf(error: NonNullable<Told['error']>, logs: SandboxResult['logs'], limits: AnswerLimits): SandboxError {
  if (error.kind === 'too-large') return outputTooLarge(limits.maxResultBytes, logs);
  return new SandboxError({ code: 'CODE_ERROR', message: sentenceOf(error), place: error }, logs);
}

function sentenceOf(error: NonNullable<Told['error']>): string {
  if (error.kind === 'pending') return 'The code never finishes: it awaits a promise that nothing resolves.';
  if (error.kind === 'unwritable') return `What the code returned cannot be written as JSON: ${error.message}`;
  const place = error.line === undefined ? '' : ` (line ${error.line})`;
  return `${error.name}: ${error.message}${place}`;
}

/** Own-property data only: keys that reach for prototypes are taken out. */
function toldBy(text: string): Told {
  const parsed: unknown =
    text === '' ? {} : parseSafely.parse(text, undefined, { protoAction: 'remove', constructorAction: 'remove' });
  const told = isObject(parsed) ? parsed : {};
  const error = isObject(told['error']) ? errorOf(told['error']) : undefined;
  return {
    value: (told['value'] ?? null) as Json,
    logs: logsOf(told['logs']),
    ...(error === undefined ? {} : { error }),
  };
}

function errorOf(error: Record<string, unknown>): NonNullable<Told['error']> {
  return {
    name: String(error['name']),
    message: String(error['message']),
    ...(typeof error['kind'] === 'string' ? { kind: error['kind'] } : {}),
    ...(typeof error['line'] === 'number' ? { line: error['line'] } : {}),
    ...(typeof error['column'] === 'number' ? { column: error['column'] } : {}),
  };
}

function logsOf(logs: unknown): SandboxResult['logs'] {
  if (!Array.isArray(logs)) return [];
  return logs.filter(isObject).map((line) => ({
    level: LEVELS.includes(String(line['level'])) ? (line['level'] as LogLevel) : 'info',
    message: String(line['message']),
  }));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
