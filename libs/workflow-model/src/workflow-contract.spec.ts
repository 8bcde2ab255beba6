import type { Json, JsonObject } from './json';
import type { NodeDefinitionData } from './node-definition';
import { parseDocument } from './parse-document';
import { contractOf } from './workflow-contract';

const order: JsonObject = { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] };
const definitions: Readonly<Record<string, Partial<NodeDefinitionData>>> = {
  manual: {
    traits: { trigger: true },
    paramsSchema: { properties: { sample: {}, inputSchema: { ui: { describes: 'output' } } } },
  },
  schedule: { traits: { trigger: true }, outputSchema: { type: 'object' }, paramsSchema: {} },
  output: { traits: { terminal: true }, paramsSchema: { properties: { fields: { ui: { describes: 'fields' } } } } },
};
const lookup = (type: string) => definitions[type] as NodeDefinitionData | undefined;

function contract(...nodes: readonly JsonObject[]) {
  const all = nodes.map((node, at): Json => ({ id: `n${at}`, label: `N${at}`, ...node }));
  const parsed = parseDocument({ id: 'w', name: 'W', nodes: all, edges: [] });
  if (parsed.document === undefined) throw new Error(JSON.stringify(parsed.problems));
  return contractOf(parsed.document, lookup);
}

it('takes what its first enabled trigger asks for', () => {
  const asking = { type: 'manual', config: { inputSchema: order } };
  expect(contract({ type: 'manual', enabled: false, config: { sample: { a: 1 } } }, asking)).toEqual({ input: order });
});

it('takes what the sample looks like where nobody wrote a schema, and requires none of it', () => {
  const sample = { id: 'a', count: 2, rush: true, lines: [1], at: null, to: { city: 'Kiel' } };
  expect(contract({ type: 'manual', config: { sample } }).input).toEqual({
    type: 'object',
    properties: {
      id: { type: 'string' },
      count: { type: 'number' },
      rush: { type: 'boolean' },
      lines: { type: 'array' },
      at: {},
      to: { type: 'object', properties: { city: { type: 'string' } } },
    },
  });
});

it('what a trigger gives when it fires by itself is not asked of callers', () => {
  expect(contract({ type: 'schedule' })).toEqual({});
});

it('gives what its only end promises', () => {
  const end = { type: 'output', config: { fields: { total: 1 } } };
  expect(contract({ type: 'manual' }, end)).toEqual({ result: { type: 'object', properties: { total: {} } } });
  expect(contract(end, end)).toEqual({});
  expect(contract({ type: 'unknown' })).toEqual({});
});
