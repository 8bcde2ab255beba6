import type { Json, NodeDefinitionData, WorkflowDocument } from '@millrace/workflow-model';
import { renameReferences } from './rename-references';

const paramsSchema = (name: string, control: string) => ({ properties: { [name]: { ui: { control } } } });
const definitions = [
  { type: 'code', rawParams: ['code'], traits: {}, paramsSchema: paramsSchema('code', 'code') },
  { type: 'condition', rawParams: ['field'], traits: {}, paramsSchema: paramsSchema('field', 'text') },
] as unknown as NodeDefinitionData[];
const lookup = (type: string) => definitions.find((definition) => definition.type === type);
const types: Record<string, string> = { Script: 'code', Check: 'condition' };

function documentOf(configs: Record<string, Record<string, Json>>): WorkflowDocument {
  const nodes = Object.entries(configs).map(([label, config], index) => ({
    id: `n${index}`,
    type: types[label] ?? 'log',
    label,
    config,
  }));
  return { nodes, edges: [] } as unknown as WorkflowDocument;
}

const configs = (document: WorkflowDocument, label: string, nodeId = 'n0') =>
  renameReferences(document, { nodeId, label }, lookup).map(({ config }) => config);

describe('renameReferences', () => {
  it('follows templates and expressions anywhere in the configs', () => {
    const document = documentOf({
      'Fetch Data': {},
      Log: { message: 'Got {{ FetchData.data.id }}', fields: { all: [{ $expr: 'FetchData.count > 1' }] } },
    });
    expect(configs(document, 'Load')[1]).toEqual({
      message: 'Got {{ Load.data.id }}',
      fields: { all: [{ $expr: 'Load.count > 1' }] },
    });
  });

  it('follows raw params that a node evaluates itself, such as the field of a condition', () => {
    const document = documentOf({ Fetch: {}, Check: { field: '{{ Fetch.amount }}' } });
    expect(configs(document, 'Load')[1]).toEqual({ field: '{{ Load.amount }}' });
  });

  it('leaves other names, plain text and params that are handed over raw alone', () => {
    const document = documentOf({
      Fetch: {},
      Log: { message: 'Fetch {{ FetchMore.id }} {{ n0.id }}' },
      Script: { code: 'return "{{ Fetch.id }}"' },
    });
    expect(configs(document, 'Load')).toEqual(document.nodes.map(({ config }) => config));
  });

  it.each([
    ['the alias stays the same', 'Fetch!'],
    ['the new one is taken', 'Log'],
    ['the new one means something else', 'trigger'],
  ])('changes nothing when %s', (_when, label) => {
    const document = documentOf({ Fetch: {}, Log: { message: '{{ Fetch.id }}' } });
    expect(configs(document, label)[1]).toEqual({ message: '{{ Fetch.id }}' });
  });

  it('changes nothing when another node answers to the old alias', () => {
    const document = documentOf({ Fetch: {}, 'Fetch!': {}, Log: { message: '{{ Fetch.id }}' } });
    expect(configs(document, 'Load', 'n1')[2]).toEqual({ message: '{{ Fetch.id }}' });
  });
});
