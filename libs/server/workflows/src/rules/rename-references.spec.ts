import type { Json, NodeDefinitionData, WorkflowDocument } from '@millrace/workflow-model';
import { renameReferences } from './rename-references';

const code = { type: 'code', rawParams: ['code'] } as unknown as NodeDefinitionData;
const lookup = (type: string) => (type === 'code' ? code : undefined);

function documentOf(configs: Record<string, Record<string, Json>>): WorkflowDocument {
  const nodes = Object.entries(configs).map(([label, config], index) => ({
    id: `n${index}`,
    type: label === 'Script' ? 'code' : 'log',
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
