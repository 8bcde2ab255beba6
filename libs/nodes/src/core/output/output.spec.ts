import { testNode } from '@millrace/node-sdk/testing';
import type { JsonObject } from '@millrace/workflow-model';
import { outputNode } from './output.executor';

const nodes = { Fetch: { title: 'A' }, Clean: [1] };
const input = { title: 'A', n: 1 };

describe('output', () => {
  it.each<[string, JsonObject, unknown]>([
    ['the input when nothing is said', {}, input],
    ['the input when that is said', { collect: 'input', value: 'ignored' }, input],
    ['every finished node by name', { collect: 'all-nodes' }, nodes],
    [
      'named fields',
      { fields: { title: '{{ Fetch.title }}', copy: { n: '{{ input.n }}' } } },
      { title: 'A', copy: { n: 1 } },
    ],
    ['named fields when that is said', { collect: 'fields', fields: { a: 1 }, value: 2 }, { a: 1 }],
    ['no fields at all', { collect: 'fields' }, {}],
    ['one value', { value: '{{ Clean.data }}' }, [1]],
    ['null as a value', { value: null }, null],
    ['null when the value is missing', { collect: 'value' }, null],
    ['the input when fields are empty', { fields: {} }, input],
  ])('gives %s', async (_name, params, expected) => {
    const result = await testNode(outputNode, { params, input, nodes });
    expect(result.main).toEqual(expected);
    expect(result.synchronous).toBe(true);
  });

  it('keeps what it promises: a result that does not fit its schema is none', async () => {
    const schema = { type: 'object', required: ['total'], properties: { total: { type: 'number' } } };
    const good = await testNode(outputNode, { params: { schema, fields: { total: 5 } } });
    expect(good.main).toEqual({ total: 5 });
    const bad = await testNode(outputNode, {
      params: { schema, fields: { total: '{{ input.n }}' } },
      input: { n: 'many' },
    });
    expect(bad.failure).toMatchObject({ code: 'OUTPUT_INVALID', details: { errorCount: 1 } });
  });

  it('belongs to the result of the run', () => {
    expect(outputNode.definition.traits.terminal).toBe(true);
  });

  it('refuses other ways to collect', async () => {
    expect((await testNode(outputNode, { params: { collect: 'some' } })).failure?.code).toBe('INVALID_PARAMS');
  });
});
