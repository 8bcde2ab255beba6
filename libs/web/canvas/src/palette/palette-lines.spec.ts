import type { NodeCategory, NodeDefinitionData } from '@millrace/workflow-model';
import { NodeCatalogue } from '../session/catalogue/node-catalogue';
import { linesOf, paletteSections, type PaletteQuery } from './palette-lines';

const definition = (
  type: string,
  title: string,
  category: NodeCategory,
  keywords: string[] = [],
): NodeDefinitionData => ({
  type,
  title,
  category,
  keywords,
  version: 1,
  description: `${title}.`,
  inputs: [],
  outputs: [],
  paramsSchema: {},
  traits: { trigger: category === 'trigger' },
});
const catalogue = new NodeCatalogue([
  definition('webhook-trigger', 'Webhook', 'trigger'),
  definition('http-request', 'HTTP request', 'action', ['fetch']),
  definition('condition', 'Condition', 'logic', ['if']),
  definition('respond', 'Respond', 'output'),
]);
const query: PaletteQuery = { text: '', category: undefined, purpose: 'next', used: new Set() };
const headings = (change: Partial<PaletteQuery>): string[] =>
  paletteSections(catalogue, { ...query, ...change }).map((section) => section.heading);

it('an empty workflow is asked for its trigger, a begun one for what happens next', () => {
  expect(headings({ purpose: 'trigger' })).toEqual(['Triggers']);
  expect(headings({})).toEqual(['Actions', 'Logic', 'Output']);
});

it('a chip narrows it to one category', () => {
  expect(headings({ category: 'trigger' })).toEqual(['Triggers']);
});

it('a search looks at keywords and marks what it found in the title', () => {
  const lines = linesOf(paletteSections(catalogue, { ...query, text: 'if' }));
  expect(lines[0]?.definition.type).toBe('condition');
  const [http] = linesOf(paletteSections(catalogue, { ...query, text: 'http' }));
  expect(http?.parts).toEqual([
    { text: 'HTTP', isMark: true },
    { text: ' request', isMark: false },
  ]);
});

it('a search after a step puts other triggers last, one for a trigger puts them first', () => {
  const mail = new NodeCatalogue([
    definition('mail-trigger', 'Mail trigger', 'trigger'),
    definition('send', 'Send mail', 'action'),
  ]);
  const types = (purpose: PaletteQuery['purpose']) =>
    linesOf(paletteSections(mail, { ...query, purpose, text: 'mail' })).map((line) => line.definition.type);
  expect(types('next')).toEqual(['send', 'mail-trigger']);
  expect(types('trigger')).toEqual(['mail-trigger', 'send']);
  expect(types('replace')).toEqual(['mail-trigger', 'send']);
});

it('what was added last stands on top', () => {
  const known = new NodeCatalogue(catalogue.offered(), ['condition']);
  expect(paletteSections(known, query)[0]).toMatchObject({ heading: 'Recent' });
});

it('nothing found is no section', () => {
  expect(paletteSections(catalogue, { ...query, text: 'zzz' })).toEqual([]);
});

describe('apps', () => {
  const apps = new NodeCatalogue([
    ...catalogue.offered(),
    definition('code', 'Code', 'action'),
    definition('aardvark', 'Aardvark', 'action'),
    definition('github/create-issue', 'GitHub: create issue', 'action'),
    definition('github/get-issue', 'GitHub: get issue', 'action'),
    definition('slack/send-message', 'Slack: send message', 'action'),
    definition('email/trigger', 'E-mail trigger', 'trigger'),
  ]);
  const titles = (change: Partial<PaletteQuery>): Record<string, string[]> =>
    Object.fromEntries(
      paletteSections(apps, { ...query, ...change }).map(({ heading, lines }) => [
        heading,
        lines.map(({ parts }) => parts.map(({ text }) => text).join('')),
      ]),
    );

  it('what most workflows are made of stands first, services stand under a heading of their own', () => {
    expect(titles({})).toEqual({
      Actions: ['HTTP request', 'Code', 'Aardvark'],
      Apps: ['GitHub', 'Slack: send message'],
      Logic: ['Condition'],
      Output: ['Respond'],
    });
    expect(titles({ purpose: 'trigger' })).toEqual({
      Triggers: ['Webhook'],
      'On an event in an app': ['E-mail trigger'],
    });
  });

  it('an app that was entered shows what it can do', () => {
    const github = linesOf(paletteSections(apps, query)).find(({ app }) => app !== undefined)?.app;
    expect(github).toEqual({ id: 'github', name: 'GitHub', count: 2 });
    expect(titles({ app: github })).toEqual({ Actions: ['Create issue', 'Get issue'] });
  });

  it('a search looks into all apps', () => {
    expect(titles({ text: 'issue' })).toEqual({ Results: ['GitHub: create issue', 'GitHub: get issue'] });
  });
});
