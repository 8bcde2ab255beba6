import { z } from 'zod';
import { nodeIdSchema } from '../document';
import type { Json } from '../json';

/** Longest time that one step of a simulated run may take on its clock: ten years. */
const MOST_MS = 315_360_000_000;

// Content is checked where it is stored; here it only has to be JSON.
const json = z.json() as unknown as z.ZodType<Json>;
const path = z.string().min(1).max(2_000).optional();
const delayMs = z.number().int().min(0).max(MOST_MS).optional();

/** A failure that a simulated node ends with. */
export const simulatedErrorSchema = z.object({
  code: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[A-Z][A-Z0-9_]*$/, 'must be upper snake case, such as HTTP_STATUS'),
  message: z.string().min(1).max(4_000),
  /** Only `transient` failures are tried again. */
  fault: z.enum(['user', 'transient', 'bug']).default('user'),
  retryAfterMs: delayMs,
  /** What the other side answered, when it was HTTP. */
  httpStatus: z.number().int().min(100).max(599).optional(),
  details: json.optional(),
});

/** How one attempt of a mocked node ends: with a value for each port that becomes live, or with a failure. */
export const mockedAttemptSchema = z.union([
  z.object({ ports: z.record(z.string().min(1).max(200), json), delayMs }),
  z.object({ error: simulatedErrorSchema, delayMs }),
]);

/** What a node gives instead of being called. */
export const nodeMockSchema = z.object({
  nodeId: nodeIdSchema,
  /** The turn of a loop that it is for, such as `each/3`; all turns that have none of their own when absent. */
  path,
  /** By attempt; the last one also stands for those after it. */
  attempts: z.array(mockedAttemptSchema).min(1).max(100),
  /** Where the values are from: somebody wrote them, a run recorded them, they are pinned, or made up from the output schema. */
  source: z.enum(['written', 'run', 'pin', 'schema']).default('written'),
});

/** What a waiting node is told, in the place of people and of the world outside. */
export const scriptedAnswerSchema = z.object({
  nodeId: nodeIdSchema,
  path,
  /** Milliseconds on the clock of the run after the node began. */
  afterMs: z.number().int().min(0).max(MOST_MS).default(0),
  /** Nobody answers: the wait ends by its timeout. */
  timeout: z.literal(true).optional(),
  payload: json.default(null),
  /** Who answers. */
  from: z.string().max(200).optional(),
});

/** What can go wrong with a call of a node. */
export const FAILURE_KINDS = ['timeout', 'rate-limit', 'server-error', 'malformed', 'slow', 'crash'] as const;

/** A failure that is injected into a node. */
export const injectedFailureSchema = z.object({
  nodeId: nodeIdSchema,
  path,
  /** `rate-limit` is an answer 429, `server-error` 500, `malformed` one that cannot be read, `crash` the death of the worker. */
  kind: z.enum(FAILURE_KINDS),
  /** How many attempts it meets, from the first; all when absent. */
  times: z.number().int().min(1).max(100).optional(),
  /** With `rate-limit`: what the service asks to wait. */
  retryAfterMs: delayMs,
  /** With `slow`: how long the node takes on the clock of the run. */
  delayMs,
});

/** What a run that only pretends is to pretend; kept with its first event. */
export const simulationScriptSchema = z.object({
  mocks: z.array(nodeMockSchema).max(10_000).default([]),
  answers: z.array(scriptedAnswerSchema).max(10_000).default([]),
  failures: z.array(injectedFailureSchema).max(1_000).default([]),
  /** What becomes of a node that reaches for the world and has no mock: it fails, or gives what its output schema allows. */
  missing: z.enum(['fail', 'schema']).default('fail'),
  /**
   * What becomes of an event that nobody scripted an answer for: the node fails, or its timeout passes. Where there is none,
   * the node fails too with `timeout`; with `assume` it is given what usually comes, and the log says so.
   */
  unanswered: z.enum(['fail', 'timeout', 'assume']).default('fail'),
  /** Whether nodes that only read, and have no mock, are really called. */
  reads: z.enum(['mock', 'real']).default('mock'),
});

export type SimulatedError = z.infer<typeof simulatedErrorSchema>;
export type MockedAttempt = z.infer<typeof mockedAttemptSchema>;
export type NodeMock = z.infer<typeof nodeMockSchema>;
export type ScriptedAnswer = z.infer<typeof scriptedAnswerSchema>;
export type FailureKind = (typeof FAILURE_KINDS)[number];
export type InjectedFailure = z.infer<typeof injectedFailureSchema>;
export type SimulationScript = z.infer<typeof simulationScriptSchema>;

/** What is for the place: of its own turn, else what is for all turns. */
export function simulatedAt<T extends { readonly nodeId: string; readonly path?: string | undefined }>(
  entries: readonly T[],
  nodeId: string,
  path?: string,
): T[] {
  const own = entries.filter((entry) => entry.nodeId === nodeId);
  const exact = own.filter((entry) => entry.path !== undefined && entry.path === path);
  return exact.length > 0 ? exact : own.filter((entry) => entry.path === undefined);
}
