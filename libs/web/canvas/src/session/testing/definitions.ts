import type { Json, JsonObject, NodeDefinitionData } from '@millrace/workflow-model';
import { NodeCatalogue } from '../catalogue/node-catalogue';

/** A definition with only what matters to a test. */
export function definitionOf(sketch: Partial<NodeDefinitionData> & { type: string }): NodeDefinitionData {
  return {
    version: 1,
    title: sketch.type,
    description: '',
    category: 'action',
    inputs: [{ id: 'main' }],
    outputs: [{ id: 'main' }],
    paramsSchema: { type: 'object' },
    traits: {},
    ...sketch,
  };
}

function params(properties: JsonObject, ...required: string[]): JsonObject {
  return { type: 'object', properties, ...(required.length > 0 && { required }) };
}

const text: Json = { type: 'string' };

/** Definitions that look like the product's. */
export const definitions: readonly NodeDefinitionData[] = [
  definitionOf({
    type: 'manual-trigger',
    title: 'Manual trigger',
    category: 'trigger',
    inputs: [],
    traits: { trigger: true },
    summary: 'Started by hand',
  }),
  definitionOf({
    type: 'webhook-trigger',
    title: 'Webhook trigger',
    category: 'trigger',
    keywords: ['http', 'hook'],
    inputs: [],
    traits: { trigger: true },
    summary: '{{#methods}}{{.}} {{/methods}}{{#path}}/hooks/{{path}}{{/path}}',
    rawParams: ['path'],
    paramsSchema: params({ path: text, methods: { type: 'array', items: text } }),
  }),
  definitionOf({
    type: 'http-request',
    title: 'HTTP request',
    aliases: ['system/http-request', 'HTTP Request'],
    keywords: ['api', 'fetch', 'curl'],
    summary: '{{method}}{{^method}}GET{{/method}} {{url}}',
    paramsSchema: params(
      {
        url: { type: 'string', minLength: 1, title: 'URL' },
        method: { type: 'string', default: 'GET' },
        headers: {},
        body: {},
        query: {},
        bodyType: text,
        timeoutMs: { type: 'integer' },
      },
      'url',
    ),
    outputSchema: {
      type: 'object',
      properties: {
        title: text,
        price: { type: 'number' },
        items: { type: 'array', items: { type: 'object', properties: { sku: text } } },
      },
    },
  }),
  definitionOf({
    type: 'condition',
    title: 'Condition',
    category: 'logic',
    keywords: ['if', 'branch'],
    outputs: [
      { id: 'true', label: 'true' },
      { id: 'false', label: 'false' },
    ],
    traits: { branches: true, pure: true },
    rawParams: ['field', 'value', 'conditions'],
    summary:
      '{{field}} {{operator}} {{value}}{{#conditions}}{{#field}}{{field}} {{operator}} {{value}} {{/field}}{{/conditions}}',
    paramsSchema: params({ field: {}, operator: text, value: {}, conditions: {} }),
  }),
  definitionOf({
    type: 'switch',
    title: 'Switch',
    category: 'logic',
    outputs: [{ id: 'fallback', label: 'fallback' }],
    dynamicOutputs: { param: 'cases', idKey: 'id', labelKey: 'label' },
    summary: '{{value}}{{#cases}}{{label}} {{/cases}}',
    paramsSchema: params({ cases: { type: 'array' }, value: {} }),
  }),
  definitionOf({
    type: 'merge',
    title: 'Merge',
    category: 'logic',
    keywords: ['join'],
    traits: { joins: 'all', pure: true },
  }),
  definitionOf({
    type: 'code',
    title: 'Code',
    summary: 'JavaScript',
    keywords: ['javascript', 'js'],
    rawParams: ['code'],
    paramsSchema: params({ code: { type: 'string', ui: { control: 'code' } } }, 'code'),
  }),
  definitionOf({
    type: 'log',
    title: 'Log',
    category: 'output',
    summary: '{{level}} {{message}}',
    paramsSchema: params({ message: { ...(text as JsonObject), title: 'Message' }, level: text, url: text }, 'message'),
  }),
  definitionOf({
    type: 'stop',
    title: 'Stop',
    category: 'output',
    outputs: [],
    paramsSchema: params({ message: text }),
  }),
  definitionOf({ type: 'no-op', title: 'No-op', category: 'logic', summary: 'Passes its input on' }),
  definitionOf({
    type: 'loop',
    title: 'Loop',
    category: 'logic',
    summary: 'for each item',
    traits: { container: true, pure: true },
    paramsSchema: params({ items: {}, batchSize: { type: 'integer' }, onTurnError: text }, 'items'),
  }),
  definitionOf({ type: 'old-thing', title: 'Old thing', deprecated: true }),
];

/** A catalogue of them. */
export function catalogue(): NodeCatalogue {
  return new NodeCatalogue(definitions);
}
