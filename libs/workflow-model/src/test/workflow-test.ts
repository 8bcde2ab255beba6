import { z } from 'zod';
import { nodeIdSchema } from '../document';
import type { Json, JsonObject } from '../json';
import { injectedFailureSchema, nodeMockSchema, scriptedAnswerSchema } from './simulation';

const json = z.json() as unknown as z.ZodType<Json>;
const jsonObject = z.record(z.string(), z.json()) as unknown as z.ZodType<JsonObject>;

/** How a value is judged. `field` leads into it, such as `items[0].title`. */
const check = {
  field: z.string().max(1_000).optional(),
  check: z.discriminatedUnion('kind', [
    /** The same JSON, whatever the order of keys. */
    z.object({ kind: z.literal('equals'), value: json }),
    /** A part: of a text, an element of a list, some keys of an object (at any depth). */
    z.object({ kind: z.literal('contains'), value: json }),
    z.object({ kind: z.literal('schema'), schema: jsonObject }),
    /** As it was when the snapshot was taken; without `value` the next run takes it. */
    z.object({ kind: z.literal('snapshot'), value: json.optional() }),
    /** A CEL expression over `value` that must be true. */
    z.object({ kind: z.literal('expression'), expression: z.string().min(1).max(4_000) }),
    z.object({ kind: z.literal('exists') }),
  ]),
};
const place = { nodeId: nodeIdSchema, path: z.string().min(1).max(2_000).optional() };

/** What a test expects of its run. */
export const testAssertionSchema = z.discriminatedUnion('kind', [
  /** How the run ends. */
  z.object({
    kind: z.literal('status'),
    status: z.enum(['completed', 'failed', 'cancelled']),
    /** Code of the error, for runs that fail. */
    errorCode: z.string().max(100).optional(),
  }),
  /** The result of the run. */
  z.object({ kind: z.literal('output'), ...check }),
  /** What a node gave on a port: on its live one when `port` is absent. */
  z.object({ kind: z.literal('node'), ...place, port: z.string().max(200).optional(), ...check }),
  /** What a node would have sent to the world, or was told to do: the recorded call. `call` counts from 0; the last one when absent. */
  z.object({ kind: z.literal('call'), ...place, call: z.number().int().min(0).optional(), ...check }),
  /** The node made this port live. */
  z.object({ kind: z.literal('branch'), ...place, port: z.string().min(1).max(200) }),
  z.object({ kind: z.literal('ran'), ...place, attempts: z.number().int().min(1).optional() }),
  z.object({ kind: z.literal('not-run'), ...place }),
  z.object({ kind: z.literal('failed'), ...place, errorCode: z.string().max(100).optional() }),
  /** A CEL expression that must be true; it sees what templates at the end of the run see, and `run` {status, output, error, elapsedMs}. */
  z.object({ kind: z.literal('expression'), expression: z.string().min(1).max(4_000) }),
]);

/** Tests that one workflow may have. */
export const MOST_TESTS = 200;
/** Bytes of JSON that a test may have. */
export const MOST_TEST_BYTES = 4 * 1024 * 1024;

/** A test of a workflow: what its run begins with, what is pretended, and what is expected. */
export const workflowTestSpecSchema = z.object({
  description: z.string().max(4_000).optional(),
  /** Where the run begins; the first trigger when absent. */
  triggerNodeId: nodeIdSchema.optional(),
  /** What the trigger gives. */
  trigger: json.default({}),
  /** What the clock of the run shows at its start, ISO 8601; the present when absent. It only moves when the run waits. */
  startAt: z.iso.datetime({ offset: true }).optional(),
  mocks: z.array(nodeMockSchema).max(1_000).default([]),
  /** What becomes of a node that would reach for the world and has no mock. */
  missing: z.enum(['fail', 'schema']).default('fail'),
  answers: z.array(scriptedAnswerSchema).max(1_000).default([]),
  failures: z.array(injectedFailureSchema).max(200).default([]),
  assertions: z.array(testAssertionSchema).max(500).default([]),
});

/** A test as it stands in a file beside its workflow. */
export const portableTestSchema = workflowTestSpecSchema.extend({ name: z.string().trim().min(1).max(200) });

export type TestAssertion = z.infer<typeof testAssertionSchema>;
export type ValueCheck = Extract<TestAssertion, { kind: 'output' }>['check'];
export type WorkflowTestSpec = z.infer<typeof workflowTestSpecSchema>;
export type PortableTest = z.infer<typeof portableTestSchema>;
