import { NodeCatalogue } from '@millrace/web-canvas';
import type { NodeDefinitionData, WorkflowDocument } from '@millrace/workflow-model';
import { searchTemplates, tagsOf, type TemplateCard } from './template-search';

const card = (id: string, parts: Partial<TemplateCard> = {}): TemplateCard => ({
  id,
  name: id,
  description: '',
  tags: [],
  nodeTypes: [],
  nodeCount: 0,
  document: {} as WorkflowDocument,
  ...parts,
});
const catalogue = new NodeCatalogue([
  { type: 'http-request', version: 1, title: 'HTTP request' } as NodeDefinitionData,
]);
const cards = [
  card('Nightly report', { tags: ['schedule', 'report'], nodeTypes: ['http-request'] }),
  card('Approval', { description: 'Asks the manager', tags: ['approval'] }),
  card('Forms', { tags: ['webhook', 'report'] }),
];
const found = (text: string, tags: string[] = []) =>
  searchTemplates(cards, { text, tags }, catalogue).map(({ id }) => id);

it('every word must be found, whatever its case and place', () => {
  expect(found('')).toHaveLength(3);
  expect(found('MANAGER')).toEqual(['Approval']);
  expect(found('report nightly')).toEqual(['Nightly report']);
  expect(found('report xyz')).toEqual([]);
});

it('templates are found by the names of the nodes that they use', () => {
  expect(found('http request')).toEqual(['Nightly report']);
});

it('all tags must be there', () => {
  expect(found('', ['report'])).toEqual(['Nightly report', 'Forms']);
  expect(found('', ['report', 'webhook'])).toEqual(['Forms']);
});

it('tags are counted, most used first', () => {
  expect(tagsOf(cards)[0]).toEqual({ tag: 'report', count: 2 });
});
