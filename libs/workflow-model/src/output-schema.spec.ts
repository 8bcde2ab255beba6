import type { JsonObject } from './json';
import { outputSchemaOf } from './output-schema';

const order = { type: 'object', properties: { order: { type: 'integer' } } };
const known = { type: 'string' };
const paramsSchema: JsonObject = {
  type: 'object',
  properties: { sample: {}, inputSchema: { title: 'Input schema', ui: { control: 'code', describes: 'output' } } },
};

it.each<[string, JsonObject, JsonObject]>([
  ['what was written down', { inputSchema: order }, order],
  ['its text', { inputSchema: JSON.stringify(order) }, order],
  ['what the definition says while it is typed', { inputSchema: '{ "type": ' }, known],
  ['what the definition says when it is no schema', { inputSchema: '[1]' }, known],
  ['what the definition says without one', {}, known],
  ['what the definition says for a list', { inputSchema: [order] }, known],
])('is %s', (_name, config, expected) => {
  expect(outputSchemaOf({ paramsSchema, outputSchema: known }, { config })).toEqual(expected);
});

it('is that of the definition where no param describes the output, or nothing', () => {
  const others: JsonObject = { type: 'object', properties: { inputSchema: { ui: { control: 'code' } } } };
  expect(outputSchemaOf({ paramsSchema: others, outputSchema: known }, { config: { inputSchema: order } })).toBe(known);
  expect(outputSchemaOf({ paramsSchema: {} }, { config: { inputSchema: order } })).toBeUndefined();
});

describe('fields that a node fills in', () => {
  const ui = { describes: 'fields', showWhen: { param: 'collect', is: ['fields'] } };
  const collecting: JsonObject = {
    properties: { collect: {}, fields: { ui }, schema: { ui: { describes: 'output' } } },
  };
  const schemaOf = (config: JsonObject) => outputSchemaOf({ paramsSchema: collecting }, { config });
  const fields = { total: '{{ sum }}' };

  it('are what can be read from it, unless a schema says more', () => {
    expect(schemaOf({ fields })).toEqual({ type: 'object', properties: { total: {} } });
    expect(schemaOf({ collect: 'fields', fields })).toEqual({ type: 'object', properties: { total: {} } });
    expect(schemaOf({ fields, schema: order })).toEqual(order);
  });

  it('say nothing while something else is collected', () => {
    expect(schemaOf({ collect: 'input', fields })).toBeUndefined();
    expect(schemaOf({ fields: '{{ input }}' })).toBeUndefined();
  });
});
