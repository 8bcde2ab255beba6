import { ApiError } from '@millrace/web-api';
import type { WorkflowListQueryVariables } from '@millrace/web-api/graphql';
import type { ListQuery } from './list-query';
import { WorkflowList, type RunNews, type WorkflowItem } from './workflow-list';

const plain: ListQuery = { search: '', tags: [], status: null, sort: 'UPDATED', direction: 'DESC' };

function workflow(id: string, parts: Partial<WorkflowItem> = {}): WorkflowItem {
  const times = { createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z', deletedAt: null };
  const state = { status: 'ENABLED', enabled: true, hasUnpublishedChanges: false, publishedVersion: null } as const;
  return {
    id,
    name: id,
    description: null,
    tags: [],
    nodeCount: 2,
    draftRevision: 1,
    lastExecution: null,
    autoPause: null,
    ...times,
    ...state,
    ...parts,
  };
}

function run(id: string, workflowId: string, eventSeq: number, status: RunNews['status'] = 'RUNNING'): RunNews {
  return {
    id,
    workflowId,
    eventSeq,
    status,
    mode: 'MANUAL',
    createdAt: '',
    startedAt: null,
    finishedAt: null,
    error: null,
  };
}

/** Answers pages out of a list of workflows, and remembers what was asked. */
class Pages {
  asked: WorkflowListQueryVariables[] = [];
  failure: Error | null = null;
  constructor(readonly all: WorkflowItem[]) {}

  readonly api = {
    query: async (
      _document: unknown,
      variables: WorkflowListQueryVariables,
      { signal }: { signal?: AbortSignal } = {},
    ) => {
      this.asked.push(variables);
      await Promise.resolve();
      signal?.throwIfAborted();
      if (this.failure) throw this.failure;
      const found = this.all.filter(({ name }) => name.includes(variables.search ?? ''));
      const from = Number(variables.after ?? 0);
      const to = from + (variables.first ?? 0);
      const pageInfo = { hasNextPage: to < found.length, endCursor: String(to) };
      return { workflows: { nodes: found.slice(from, to), totalCount: found.length, pageInfo } };
    },
  };

  list(): WorkflowList {
    return new WorkflowList(this.api as never);
  }
}

const many = (count: number): WorkflowItem[] => Array.from({ length: count }, (_none, index) => workflow(`w${index}`));
const ids = (list: WorkflowList): string[] => list.rows().map(({ id }) => id);

it('loads page after page, counts all, and shows none twice', async () => {
  const pages = new Pages(many(95));
  const list = pages.list();
  expect(list.phase()).toBe('loading');
  await list.show(plain);
  expect([list.rows().length, list.total(), list.hasMore(), list.phase()]).toEqual([40, 95, true, 'ready']);
  pages.all.unshift(workflow('new'));
  await list.more();
  await list.more();
  expect(new Set(ids(list)).size).toBe(list.rows().length);
  expect([list.rows().length, list.hasMore()]).toEqual([95, false]);
  await list.more();
  expect(pages.asked).toHaveLength(3);
});

it('only the newest question is answered', async () => {
  const list = new Pages([workflow('alpha'), workflow('beta')]).list();
  const first = list.show({ ...plain, search: 'alpha' });
  const second = list.show({ ...plain, search: 'beta' });
  await Promise.all([first, second]);
  expect(ids(list)).toEqual(['beta']);
  expect(list.error()).toBeNull();
});

it('says why it could not load, and keeps what it had', async () => {
  const pages = new Pages(many(3));
  const list = pages.list();
  await list.show(plain);
  pages.failure = new ApiError({ code: 'SERVER_UNREACHABLE', message: 'Not there.', category: 'NETWORK' });
  await list.refresh();
  expect([list.phase(), list.error()?.message, list.rows().length]).toEqual(['failed', 'Not there.', 3]);
  pages.failure = null;
  await list.refresh();
  expect([list.phase(), list.error()]).toEqual(['ready', null]);
});

it('asks again for everything that is shown', async () => {
  const pages = new Pages(many(95));
  const list = pages.list();
  await list.show(plain);
  await list.more();
  pages.all.splice(0, 1);
  await list.refresh();
  expect([list.rows().length, list.total(), ids(list)[0]]).toEqual([80, 94, 'w1']);
});

it('takes a workflow out and puts it back where it was, once', async () => {
  const list = new Pages(many(4)).list();
  await list.show(plain);
  const putBack = list.remove('w2');
  expect([ids(list), list.total()]).toEqual([['w0', 'w1', 'w3'], 3]);
  putBack();
  putBack();
  expect([ids(list), list.total()]).toEqual([['w0', 'w1', 'w2', 'w3'], 4]);
  list.remove('unknown')();
  expect(list.total()).toBe(4);
});

it('puts a copy first, and changes a row without losing its last run', async () => {
  const list = new Pages([workflow('a', { lastExecution: run('r1', 'a', 1) })]).list();
  await list.show(plain);
  list.add(workflow('copy'));
  list.change('a', { enabled: false });
  expect(ids(list)).toEqual(['copy', 'a']);
  expect(list.rows()[1]).toMatchObject({ enabled: false, lastExecution: { id: 'r1' } });
});

it('hears of runs: the newest of each workflow, never older news', async () => {
  const list = new Pages([workflow('a'), workflow('b', { lastExecution: run('r5', 'b', 9, 'COMPLETED') })]).list();
  await list.show(plain);
  list.hear([run('r1', 'a', 1), run('r2', 'a', 4), run('r2', 'a', 3), run('r4', 'b', 20), run('r9', 'elsewhere', 1)]);
  expect(list.rows().map(({ lastExecution }) => [lastExecution?.id, lastExecution?.eventSeq])).toEqual([
    ['r2', 4],
    ['r5', 9],
  ]);
  list.hear([run('r2', 'a', 5, 'FAILED')]);
  expect(list.rows()[0]?.lastExecution?.status).toBe('FAILED');
});
