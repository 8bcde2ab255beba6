import { DryRunSourcesDocument, DryRunTriggerDocument } from '@millrace/web-api/graphql';
import { DryRunSources, NO_SOURCE } from './dry-run-sources';

const RUNS = [
  { id: 'new', status: 'FAILED', createdAt: '2026-01-02T00:00:00Z' },
  { id: 'old', status: 'COMPLETED', createdAt: '2026-01-01T00:00:00Z' },
];

/** The server, by hand. */
function made(shownId?: string, nodes: readonly object[] | null = RUNS): DryRunSources {
  const answers = new Map<unknown, (variables: { id: string }) => unknown>([
    [DryRunSourcesDocument, () => (nodes === null ? undefined : { executions: { nodes } })],
    [DryRunTriggerDocument, ({ id }) => ({ execution: { id, trigger: { of: id } } })],
  ]);
  const query = (document: unknown, variables: { id: string }) => {
    const found = answers.get(document)?.(variables);
    return found === undefined ? Promise.reject(new Error('away')) : Promise.resolve(found);
  };
  return new DryRunSources({ query } as never, shownId);
}

it('the newest run that went well stands in, with what it began with', async () => {
  const sources = made();
  await sources.load('w');
  expect([sources.chosen(), sources.trigger()]).toEqual(['old', { of: 'old' }]);
  expect(sources.options().map(({ value }) => value)).toEqual([NO_SOURCE, 'new', 'old']);
});

it('the run that is shown goes before all others', async () => {
  const sources = made('old');
  await sources.load('w');
  expect([sources.chosen(), sources.trigger()]).toEqual(['old', undefined]);
  expect(sources.options().map(({ label }) => label)[1]).toBe('The run that is shown');
  expect(sources.options()).toHaveLength(3);
});

it('somebody may choose another run, or none', async () => {
  const sources = made('old');
  await sources.load('w');
  await sources.choose('new');
  expect([sources.chosen(), sources.trigger()]).toEqual(['new', { of: 'new' }]);
  await sources.choose(NO_SOURCE);
  expect([sources.chosen(), sources.trigger()]).toEqual([NO_SOURCE, undefined]);
});

it('without runs, or without a server, sample data stands in', async () => {
  for (const sources of [made(undefined, []), made(undefined, null)]) {
    await sources.load('w');
    expect([sources.chosen(), sources.options().length]).toEqual([NO_SOURCE, 1]);
  }
});
