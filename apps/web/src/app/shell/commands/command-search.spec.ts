import { signal } from '@angular/core';
import type { Command, CommandSource } from './command';
import { CommandSearch, parsedQuery, rankedCommands } from './command-search';

const command = (label: string, parts: Partial<Command> = {}): Command => ({
  id: label,
  label,
  run: () => undefined,
  ...parts,
});
const sources = signal<readonly CommandSource[]>([]);
let search: CommandSearch;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  search?.close();
  jest.useRealTimers();
});

function open(...given: CommandSource[]): CommandSearch {
  sources.set(given);
  search = new CommandSearch(sources);
  return search;
}

const shown = (): Record<string, string[]> =>
  Object.fromEntries(search.groups().map(({ heading, commands }) => [heading, commands.map(({ label }) => label)]));

it.each([
  ['> new', { prefix: '>', words: 'new' }],
  ['#', { prefix: '#', words: '' }],
  [' report ', { prefix: null, words: 'report' }],
])('reads “%s”', (text, expected) => {
  expect(parsedQuery(text)).toEqual(expected);
});

it('ranks whole words before parts, and finds by other words', () => {
  const commands = [
    command('Weekly report'),
    command('Report'),
    command('Theme', { keywords: ['reporting'] }),
    command('Import'),
  ];
  expect(rankedCommands(commands, 'report').map(({ label }) => label)).toEqual(['Report', 'Weekly report', 'Theme']);
});

it('puts the open workflow first before anything is typed; then words decide', () => {
  open(
    { id: 'actions', heading: 'Actions', prefix: '>', commands: () => [command('Publish settings')] },
    { id: 'own', heading: 'This workflow', prefix: '>', isFirst: true, commands: () => [command('Publish')] },
  );
  expect(Object.keys(shown())).toEqual(['This workflow', 'Actions']);
  search.type('>');
  expect(Object.keys(shown())).toEqual(['This workflow', 'Actions']);
  search.type('publish settings');
  expect(Object.keys(shown())).toEqual(['Actions']);
});

it('lists no more after a prefix than anybody reads', () => {
  const steps = Array.from({ length: 2_000 }, (_, place) => command(`Step ${place}`));
  open({ id: 'steps', heading: 'Steps', prefix: '@', suggested: false, commands: () => steps });
  expect(shown()).toEqual({});
  search.type('@');
  expect(shown()['Steps']).toHaveLength(50);
  search.type('@step 1999');
  expect(shown()['Steps']?.[0]).toBe('Step 1999');
});

it('shows suggestions before anything is typed, and the rest when it is looked for', () => {
  const actions = [command('New workflow'), command('Dark theme', { suggested: false })];
  open(
    { id: 'actions', heading: 'Actions', prefix: '>', commands: () => actions },
    { id: 'rare', heading: 'Rare', suggested: false, commands: () => [command('Old thing')] },
  );
  expect(shown()).toEqual({ Actions: ['New workflow'] });
  search.type('th');
  expect(shown()).toEqual({ Actions: ['Dark theme'], Rare: ['Old thing'] });
  search.type('>');
  expect(shown()).toEqual({ Actions: ['New workflow', 'Dark theme'] });
  search.type('nonsense');
  expect(shown()).toEqual({});
});

it('asks others after a pause in typing, and gives up what is no longer wanted', async () => {
  const asked: { query: string; signal: AbortSignal }[] = [];
  open({
    id: 'workflows',
    heading: 'Workflows',
    search: async (query, signal) => {
      asked.push({ query, signal });
      return [command(`found ${query}`)];
    },
  });
  await jest.advanceTimersByTimeAsync(0);
  search.type('a');
  search.type('ab');
  expect(search.isSearching()).toBe(true);
  await jest.advanceTimersByTimeAsync(120);
  expect(search.isSearching()).toBe(false);
  expect(asked.map(({ query }) => query)).toEqual(['', 'ab']);
  expect(asked[0]?.signal.aborted).toBe(true);
  expect(shown()).toEqual({ Workflows: ['found ab'] });
});

it('a late answer to an old question is thrown away, and a source that fails offers nothing', async () => {
  let answer: (commands: Command[]) => void = () => undefined;
  open(
    { id: 'slow', heading: 'Slow', search: () => new Promise((resolve) => (answer = resolve)) },
    { id: 'broken', heading: 'Broken', search: () => Promise.reject(new Error('no')) },
    { id: 'good', heading: 'Good', commands: () => [command('x')] },
  );
  await jest.advanceTimersByTimeAsync(0);
  const late = answer;
  search.type('x');
  late([command('old')]);
  await jest.advanceTimersByTimeAsync(0);
  expect(shown()).toEqual({ Good: ['x'] });
});

it('what is called so stands first, whatever it is; among equals the order stays', () => {
  open(
    { id: 'actions', heading: 'Actions', commands: () => [command('Dark theme', { keywords: ['appearance'] })] },
    { id: 'pages', heading: 'Pages', commands: () => [command('Appearance')] },
    { id: 'settings', heading: 'Settings', commands: () => [command('appearance')] },
  );
  const headings = () => search.groups().map(({ heading }) => heading);
  expect(headings()).toEqual(['Actions', 'Pages', 'Settings']);
  search.type('appearance');
  expect(headings()).toEqual(['Pages', 'Settings', 'Actions']);
});
