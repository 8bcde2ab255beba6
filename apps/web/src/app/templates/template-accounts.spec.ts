import { NodeCatalogue } from '@millrace/web-canvas';
import type { NodeDefinitionData, WorkflowDocument } from '@millrace/workflow-model';
import { wantedAccounts } from './template-accounts';

const slot = (title?: string, required = true) => ({ id: 'account', title, types: ['x'], required });
const catalogue = new NodeCatalogue([
  { type: 'github', version: 1, title: 'GitHub: issue', credentials: [slot()] } as unknown as NodeDefinitionData,
  { type: 'llm', version: 1, title: 'LLM', credentials: [slot('Model account')] } as unknown as NodeDefinitionData,
  { type: 'http', version: 1, title: 'HTTP', credentials: [slot('Account', false)] } as unknown as NodeDefinitionData,
]);
const documentOf = (...nodes: (readonly [label: string, type: string, enabled?: boolean])[]): WorkflowDocument =>
  ({
    nodes: nodes.map(([label, type, enabled = true]) => ({ id: label, label, type, enabled, config: {} })),
  }) as unknown as WorkflowDocument;

it('every kind of account is told once, with the steps that want it', () => {
  const document = documentOf(['Read issue', 'github'], ['Label issue', 'github'], ['Ask', 'llm'], ['Call', 'http']);
  expect(wantedAccounts(document, catalogue)).toEqual([
    { title: 'GitHub account', steps: ['Read issue', 'Label issue'] },
    { title: 'Model account', steps: ['Ask'] },
  ]);
});

it('steps that are switched off want none', () => {
  expect(wantedAccounts(documentOf(['Read issue', 'github', false]), catalogue)).toEqual([]);
});
