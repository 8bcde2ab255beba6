import * as z from 'zod';
import { describeFlaw } from './data/describe-flaw';
import { jsonFlaws } from './data/json-flaws';
import type { Json, JsonObject } from './json';
import { FORBIDDEN_KEYS, LIMITS } from './limits';
import { MAIN_PORT } from './port-ids';
import { workflowSettingsSchema } from './workflow-settings';

const SEMVER =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$/;

/** Id of a node: it is a key of objects, part of idempotency keys and a root of templates. */
export const nodeIdSchema = z
  .string()
  .min(1)
  .max(LIMITS.idLength)
  .regex(/^[A-Za-z0-9_-][A-Za-z0-9_.:-]*$/, 'may hold letters, digits, "-", "_", "." and ":" only')
  .refine((id) => !FORBIDDEN_KEYS.has(id), 'is a name that objects use themselves');

/** Id of anything else: printable text. */
const elementIdSchema = z
  .string()
  .min(1)
  .max(LIMITS.idLength)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'may hold printable characters only');

const portIdSchema = z.string().min(1).max(LIMITS.idLength);

/** Refuses what cannot be stored as JSON, what is deeper than the limit and keys that reach a prototype. */
function refuseFlaws(value: unknown, context: z.RefinementCtx): void {
  for (const flaw of jsonFlaws(value, LIMITS.configDepth)) {
    context.addIssue({
      code: 'custom',
      path: [...flaw.path],
      message: describeFlaw(flaw.kind),
      params: { flaw: flaw.kind },
    });
  }
}

// Not z.json(): it recurses (a deep value would overflow the stack) and costs several times as much.
const jsonSchema = z.unknown().superRefine(refuseFlaws) as z.ZodType<unknown> as z.ZodType<Json>;

/** Params by name. */
export const configSchema = z.record(z.string(), z.unknown()).superRefine(refuseFlaws) as z.ZodType<
  Record<string, unknown>
> as z.ZodType<JsonObject>;

export const positionSchema = z.object({ x: z.number(), y: z.number() });

export const retrySettingsSchema = z.object({
  /** All tries together, the first included. */
  maxAttempts: z.number().int().min(1).max(100).default(1),
  backoff: z.enum(['exponential', 'fixed']).default('exponential'),
  /** Milliseconds before the second try; doubled each time when exponential. */
  baseMs: z.number().int().min(0).max(86_400_000).default(1_000),
  /** Milliseconds that no pause exceeds. */
  maxMs: z.number().int().min(0).max(86_400_000).default(60_000),
  /** Failures that are tried again: codes, HTTP statuses such as `404`, or `*` for all. Those that pass by themselves when absent. */
  on: z
    .array(z.string().regex(/^(\*|[A-Z][A-Z0-9_]{0,99}|[1-5]\d\d)$/))
    .min(1)
    .max(20)
    .optional(),
});

export const forEachSettingsSchema = z.object({
  /** A template or expression that gives a list, or the list itself. */
  items: jsonSchema,
  /** Elements that are worked on at the same time. */
  concurrency: z.number().int().min(1).max(100).default(1),
  /** What becomes of the other elements when one fails. */
  onItemError: z.enum(['stop', 'continue']).default('stop'),
});

export const nodeSettingsSchema = z.object({
  retry: retrySettingsSchema.optional(),
  /** Milliseconds for one attempt; the definition's own limit when absent. */
  timeoutMs: z.number().int().min(1).max(86_400_000).optional(),
  /** What a failure means when no try is left. */
  onError: z.enum(['stop', 'continue', 'error-port']).default('stop'),
  /** When a node with several incoming edges starts: all settled with one live, or as soon as one is live. */
  join: z.enum(['all', 'any']).optional(),
  /** Runs the node once for each element of a list. */
  forEach: forEachSettingsSchema.optional(),
  /** Whether a node that ends with no data (null, an empty list or object) gives `{}` on its main port, so that what follows runs. */
  alwaysOutput: z.boolean().optional(),
});

export const nodeSchema = z.object({
  id: nodeIdSchema,
  /** Definition type, such as `http-request` or `slack/send-message`. */
  type: z.string().min(1).max(200),
  typeVersion: z.number().int().min(1).default(1),
  label: z.string().max(200),
  description: z.string().max(10_000).optional(),
  /** Id of the loop in whose body the node lies. */
  parent: nodeIdSchema.optional(),
  /** A disabled node passes its input through. */
  enabled: z.boolean().default(true),
  position: positionSchema.default({ x: 0, y: 0 }),
  /** Params by name: literals, templates (`{{ }}` in a string) or expressions (`{ "$expr": "..." }`). */
  config: configSchema.default({}),
  settings: nodeSettingsSchema.default({ onError: 'stop' }),
  /** Ids of credentials by slot of the definition; never their values. */
  credentials: z.record(z.string().min(1).max(100), z.string().min(1).max(LIMITS.idLength)).optional(),
});

export const edgeSchema = z.object({
  id: elementIdSchema,
  source: z.string().min(1).max(LIMITS.idLength),
  sourceHandle: portIdSchema.default(MAIN_PORT),
  target: z.string().min(1).max(LIMITS.idLength),
  targetHandle: portIdSchema.default(MAIN_PORT),
  label: z.string().max(200).optional(),
});

export const noteSchema = z.object({
  id: elementIdSchema,
  /** Markdown. */
  text: z.string().max(20_000),
  position: positionSchema,
  size: z.object({ width: z.number().positive(), height: z.number().positive() }),
  color: z.string().max(40).optional(),
  /** Whether moving the note moves the nodes inside it; yes when absent. */
  carry: z.boolean().optional(),
});

export const groupSchema = z.object({
  id: elementIdSchema,
  label: z.string().max(200),
  nodeIds: z.array(z.string().max(LIMITS.idLength)).max(LIMITS.nodes),
  color: z.string().max(40).optional(),
  description: z.string().max(10_000).optional(),
  /** Shown as one tile. */
  collapsed: z.boolean().optional(),
});

export const metadataSchema = z.object({
  description: z.string().max(20_000).optional(),
  author: z.string().max(200).optional(),
  tags: z.array(z.string().max(100)).max(50).default([]),
});

/** The one shape of a workflow: stored, sent, imported, edited and run. */
export const workflowDocumentSchema = z.object({
  id: elementIdSchema,
  name: z.string().min(1).max(200),
  /** Semantic version of what was last published; `0.0.0` before that. */
  version: z.string().max(100).regex(SEMVER, 'must be a semantic version such as 1.0.0').default('0.0.0'),
  nodes: z.array(nodeSchema).max(LIMITS.nodes),
  edges: z.array(edgeSchema).max(LIMITS.edges),
  /** Only in the exchange form: checked against the graph and then dropped. */
  executionOrder: z.array(z.string().max(LIMITS.idLength)).max(LIMITS.nodes).optional(),
  settings: workflowSettingsSchema.default({ timezone: 'UTC' }),
  notes: z.array(noteSchema).max(LIMITS.notes).default([]),
  groups: z.array(groupSchema).max(LIMITS.groups).default([]),
  metadata: metadataSchema.default({ tags: [] }),
});

export type Position = z.infer<typeof positionSchema>;
export type RetrySettings = z.infer<typeof retrySettingsSchema>;
export type NodeSettings = z.infer<typeof nodeSettingsSchema>;
export type WorkflowNode = z.infer<typeof nodeSchema>;
export type WorkflowEdge = z.infer<typeof edgeSchema>;
export type WorkflowNote = z.infer<typeof noteSchema>;
export type WorkflowGroup = z.infer<typeof groupSchema>;
export type WorkflowMetadata = z.infer<typeof metadataSchema>;
export type WorkflowDocument = z.infer<typeof workflowDocumentSchema>;
