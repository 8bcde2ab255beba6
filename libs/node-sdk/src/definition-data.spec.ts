import { z } from 'zod';
import { defineNode } from './definition';
import { definitionData, jsonSchemaOf } from './definition-data';

describe('definition data', () => {
  const definition = defineNode({
    type: 'sample',
    version: 2,
    title: 'Sample',
    description: 'A sample.',
    category: 'action',
    inputs: [{ id: 'main' }],
    outputs: [{ id: 'main' }],
    params: z.object({
      url: z
        .string()
        .meta({ title: 'URL', description: 'Where to.', ui: { control: 'text', placeholder: 'https://' } }),
      count: z.coerce.number().int().min(1).default(3),
      extra: z.json().optional().meta({ title: 'Extra' }),
    }),
    output: z.object({ status: z.number() }),
    traits: { pure: true },
  });

  it('holds everything of the definition but schemas in place of zod', () => {
    const { params: _params, output: _output, ...rest } = definition;
    expect(definitionData(definition)).toMatchObject(rest);
    expect(definitionData(definition)).not.toHaveProperty('params');
    expect(definitionData(definition)).not.toHaveProperty('output');
    expect(JSON.parse(JSON.stringify(definitionData(definition)))).toEqual(definitionData(definition));
  });

  it('keeps titles, descriptions, defaults and ui hints, and says what may be written', () => {
    expect(definitionData(definition).paramsSchema).toEqual({
      type: 'object',
      required: ['url'],
      properties: {
        url: {
          type: 'string',
          title: 'URL',
          description: 'Where to.',
          ui: { control: 'text', placeholder: 'https://' },
        },
        count: { type: 'integer', minimum: 1, default: 3 },
        extra: { title: 'Extra' },
      },
    });
    expect(definitionData(definition).outputSchema).toMatchObject({ properties: { status: { type: 'number' } } });
  });

  it('leaves the output schema out when there is none', () => {
    const { output: _output, ...without } = definition;
    expect(definitionData(without)).not.toHaveProperty('outputSchema');
  });
});

describe('the JSON Schema of', () => {
  it('any JSON is open, also inside lists, records and alternatives', () => {
    expect(jsonSchemaOf(z.json())).toEqual({});
    expect(jsonSchemaOf(z.array(z.json()))).toEqual({ type: 'array', items: {} });
    expect(jsonSchemaOf(z.record(z.string(), z.json()))).toEqual({ type: 'object', additionalProperties: {} });
    expect(jsonSchemaOf(z.union([z.string(), z.record(z.string(), z.json())]))).toEqual({
      anyOf: [{ type: 'string' }, { type: 'object', additionalProperties: {} }],
    });
  });

  it('a type that holds itself keeps its definition', () => {
    interface Tree {
      readonly children: readonly Tree[];
    }
    const tree: z.ZodType<Tree> = z.object({ children: z.array(z.lazy(() => tree)) });
    const schema = jsonSchemaOf(z.object({ tree, any: z.json() }));
    expect(JSON.stringify(schema)).toContain('$ref');
    expect(Object.keys((schema['$defs'] ?? {}) as object)).toHaveLength(1);
    expect(schema).toMatchObject({ properties: { any: {} } });
  });

  it('a number keeps bounds that mean something', () => {
    expect(jsonSchemaOf(z.number().int().max(10))).toEqual({ type: 'integer', maximum: 10 });
    expect(jsonSchemaOf(z.number().int())).toEqual({ type: 'integer' });
  });
});
