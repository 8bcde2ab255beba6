import * as z from 'zod';
import type { JsonObject } from '../json';
import type { DefinitionLookup, NodeDefinitionData } from '../node-definition';
import { definitionOf } from './documents';

function schemaOf(params: z.ZodType): JsonObject {
  return z.toJSONSchema(params, { io: 'input' }) as JsonObject;
}

function trigger(type: string): NodeDefinitionData {
  return definitionOf({ type, category: 'trigger', inputs: [], traits: { trigger: true } });
}

/** Definitions that look like the product's, small enough to be read beside a test. */
export const definitions: readonly NodeDefinitionData[] = [
  trigger('manual-trigger'),
  trigger('webhook-trigger'),
  trigger('schedule-trigger'),
  trigger('event-trigger'),
  definitionOf({ type: 'no-op', title: 'No-op' }),
  definitionOf({ type: 'stop', outputs: [], category: 'output' }),
  definitionOf({
    type: 'http-request',
    title: 'HTTP Request',
    aliases: ['system/http-request', 'HTTP Request'],
    paramsSchema: schemaOf(
      z.object({
        url: z.string().min(1).meta({ title: 'URL' }),
        method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
        headers: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
        timeoutMs: z.number().int().min(1).max(60_000).optional(),
        followRedirects: z.boolean().default(true),
        body: z
          .discriminatedUnion('kind', [
            z.object({ kind: z.literal('json'), json: z.string() }),
            z.object({ kind: z.literal('form'), fields: z.array(z.object({ name: z.string(), value: z.string() })) }),
          ])
          .optional(),
      }),
    ),
  }),
  definitionOf({ type: 'http-request', version: 2, title: 'HTTP Request' }),
  definitionOf({ type: 'old-thing', title: 'Old thing', deprecated: true }),
  definitionOf({
    type: 'openai/generate-text',
    paramsSchema: schemaOf(z.object({ aiModel: z.string(), aiPrompt: z.string(), aiFormat: z.enum(['text', 'json']) })),
  }),
  definitionOf({
    type: 'condition',
    title: 'Condition',
    outputs: [{ id: 'true' }, { id: 'false' }],
    paramsSchema: schemaOf(
      z.object({ field: z.json().optional(), operator: z.string().optional(), value: z.json().optional() }),
    ),
  }),
  definitionOf({
    type: 'switch',
    outputs: [{ id: 'fallback' }],
    dynamicOutputs: { param: 'cases', idKey: 'id', labelKey: 'label' },
    paramsSchema: schemaOf(
      z.object({ cases: z.array(z.object({ id: z.string().optional(), label: z.string().optional() })).default([]) }),
    ),
  }),
  definitionOf({
    type: 'approval-gate',
    outputs: [{ id: 'approved' }, { id: 'rejected' }, { id: 'timeout' }],
    paramsSchema: schemaOf(
      z.object({
        eventName: z.string().optional(),
        timeoutHours: z.number().optional(),
        message: z.string().optional(),
      }),
    ),
  }),
  definitionOf({ type: 'timer', paramsSchema: schemaOf(z.object({ durationMinutes: z.number().min(0).optional() })) }),
  definitionOf({ type: 'publish-event', paramsSchema: schemaOf(z.object({ eventName: z.string() })) }),
];

/** Names that suggestions may come from. */
export const knownTypes: readonly string[] = [...new Set(definitions.map((definition) => definition.type))];

/** Finds by type or alias and version; the newest without one. */
export const lookup: DefinitionLookup = (type, version) =>
  definitions
    .filter((definition) => definition.type === type || definition.aliases?.includes(type))
    .filter((definition) => version === undefined || definition.version === version)
    .toSorted((a, b) => b.version - a.version)[0];
