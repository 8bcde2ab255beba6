import type { NodeDefinitionData, WorkflowNode } from '@millrace/workflow-model';
import { NodeCatalogue } from '@millrace/web-canvas';
import { CommandSearch } from '../../shell/commands/command-search';
import { signal } from '@angular/core';
import { editorSources, type EditorBarParts } from './editor-sources';

const definition = (type: string, title: string, keywords: readonly string[] = []): NodeDefinitionData => ({
  type,
  title,
  keywords,
  version: 1,
  description: '',
  category: 'action',
  inputs: [],
  outputs: [],
  paramsSchema: {},
  traits: {},
});
const node = (id: string, label: string, type: string) => ({ id, label, type, typeVersion: 1 }) as WorkflowNode;
const did: string[] = [];
const shortcut = (id: string, label: string) => ({
  id: `editor.${id}`,
  label,
  keys: 'X',
  group: 'Workflow',
  run: () => void did.push(id),
});
const parts: EditorBarParts = {
  catalogue: new NodeCatalogue([
    definition('http-request', 'HTTP request', ['fetch']),
    definition('condition', 'Condition', ['if']),
  ]),
  nodes: () => [node('a', 'Get the rates', 'http-request'), node('b', 'Condition', 'condition')],
  isReadonly: () => false,
  shortcuts: [shortcut('run', 'Run workflow'), shortcut('tidy', 'Tidy up'), shortcut('outline', 'Outline')],
  keysOf: (id) => (id === 'editor.tidy' ? 'Shift+Alt+T' : undefined),
  add: (type) => did.push(`add ${type}`),
  show: (nodeId) => did.push(`show ${nodeId}`),
};

function found(text: string, given = parts) {
  const search = new CommandSearch(signal(editorSources(given)));
  search.type(text);
  const groups = search.groups();
  search.close();
  return groups.map(({ heading, commands }) => [heading, ...commands.map(({ label }) => label)]);
}
function run(text: string): string[] {
  const search = new CommandSearch(signal(editorSources(parts)));
  search.type(text);
  did.length = 0;
  search.groups()[0]?.commands[0]?.run();
  search.close();
  return did;
}

it('offers what can be done to the workflow before anything is typed', () => {
  expect(found('')).toEqual([['This workflow', 'Run workflow', 'Tidy up', 'Outline']]);
  expect(run('>arrange')).toEqual(['tidy']);
  expect(editorSources(parts)[0]?.commands?.()[1]).toMatchObject({ label: 'Tidy up', keys: 'Shift+Alt+T' });
});

it('adds a step to the workflow that is open, by its name or other words for it', () => {
  expect(found('fetch')[0]).toEqual(['Add a step', 'HTTP request']);
  expect(run('if')).toEqual(['add condition']);
});

it('goes to a step by its name, or by what it is', () => {
  expect(found('@')).toEqual([['Steps of this workflow', 'Get the rates', 'Condition']]);
  expect(run('@rates')).toEqual(['show a']);
  expect(run('@http')).toEqual(['show a']);
  expect(
    editorSources(parts)[2]
      ?.commands?.()
      .map(({ hint }) => hint),
  ).toEqual(['HTTP request', undefined]);
});

it('offers those who only read nothing that changes or runs', () => {
  const reading = { ...parts, isReadonly: () => true };
  expect(found('', reading)).toEqual([['This workflow', 'Outline']]);
  expect(found('condition', reading)).toEqual([['Steps of this workflow', 'Condition']]);
});
