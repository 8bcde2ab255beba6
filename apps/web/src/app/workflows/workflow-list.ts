import { computed, signal } from '@angular/core';
import { apiErrorOf, type ApiError, type GraphqlApi } from '@millrace/web-api';
import {
  WorkflowListDocument,
  WorkflowRowByIdDocument,
  type LastRunFragment,
  type WorkflowListQuery,
} from '@millrace/web-api/graphql';
import { variablesOf, type ListQuery } from './list-query';

/** A workflow of the list. */
export type WorkflowItem = WorkflowListQuery['workflows']['nodes'][number];

/** A run as news of it come. */
export type RunNews = Omit<LastRunFragment, 'error'> & { readonly error: { readonly message: string } | null };

type Phase = 'loading' | 'ready' | 'failed';
type Page = WorkflowListQuery['workflows'];

/** Workflows per request: what the server allows at once with all their columns. */
const PAGE = 40;

/** The workflows that answer a query, page by page. A plain class over signals. */
export class WorkflowList {
  private readonly items = signal<readonly WorkflowItem[]>([]);
  private readonly stage = signal<Phase>('loading');
  private readonly failure = signal<ApiError | null>(null);
  private readonly count = signal(0);
  private readonly cursor = signal<string | null>(null);
  private readonly loadingMore = signal(false);
  private query: ListQuery | null = null;
  private abort = new AbortController();

  readonly rows = this.items.asReadonly();
  readonly phase = this.stage.asReadonly();
  readonly error = this.failure.asReadonly();
  /** Of all pages together. */
  readonly total = this.count.asReadonly();
  readonly isLoadingMore = this.loadingMore.asReadonly();
  readonly hasMore = computed(() => this.cursor() !== null);

  constructor(private readonly api: Pick<GraphqlApi, 'query'>) {}

  /** Shows the first page of a query; what is shown stays until it is there. An earlier question is given up. */
  async show(query: ListQuery): Promise<void> {
    this.query = query;
    this.stage.set('loading');
    await this.ask(async (signal) => this.replaceBy([await this.page(null, signal)]));
  }

  /** Asks again for everything that is shown. */
  async refresh(): Promise<void> {
    const wanted = Math.max(PAGE, this.items().length);
    await this.ask(async (signal) => {
      const pages: Page[] = [];
      let after: string | null = null;
      do {
        const page: Page = await this.page(after, signal);
        pages.push(page);
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null && pages.length * PAGE < wanted);
      this.replaceBy(pages);
    });
  }

  /** Adds the next page. */
  async more(): Promise<void> {
    const after = this.cursor();
    if (after === null || this.loadingMore()) return;
    this.loadingMore.set(true);
    await this.ask(async (signal) => {
      const page = await this.page(after, signal);
      const known = new Set(this.items().map(({ id }) => id));
      this.items.update((rows) => [...rows, ...page.nodes.filter(({ id }) => !known.has(id))]);
      this.settle(page);
    });
    this.loadingMore.set(false);
  }

  /** Reads one workflow of the list anew; what cannot be read stays as it is. */
  async look(id: string): Promise<void> {
    if (!this.items().some((row) => row.id === id)) return;
    const answer = await this.api.query(WorkflowRowByIdDocument, { id }).catch(() => undefined);
    if (answer?.workflow) this.change(id, answer.workflow);
  }

  /** What a mutation has answered. */
  change(id: string, parts: Partial<WorkflowItem>): void {
    this.items.update((rows) => rows.map((row) => (row.id === id ? { ...row, ...parts } : row)));
  }

  /** Puts a new workflow first. */
  add(row: WorkflowItem): void {
    this.items.update((rows) => [row, ...rows.filter(({ id }) => id !== row.id)]);
    this.count.update((count) => count + 1);
  }

  /** Takes a workflow out; the function puts it back where it was. */
  remove(id: string): () => void {
    const before = this.items();
    const index = before.findIndex((row) => row.id === id);
    const row = before[index];
    if (!row) return () => undefined;
    this.items.set(before.filter((one) => one.id !== id));
    this.count.update((count) => count - 1);
    return () => {
      if (this.items().some((one) => one.id === id)) return;
      this.items.update((rows) => rows.toSpliced(index, 0, row));
      this.count.update((count) => count + 1);
    };
  }

  /** News of runs: the newest run of each workflow, as it is now. */
  hear(runs: Iterable<RunNews>): void {
    const byWorkflow = new Map<string, RunNews>();
    for (const run of runs) {
      const known = byWorkflow.get(run.workflowId ?? '');
      if (!known || isNewer(run, known)) byWorkflow.set(run.workflowId ?? '', run);
    }
    this.items.update((rows) =>
      rows.map((row) => {
        const run = byWorkflow.get(row.id);
        return run && (!row.lastExecution || isNewer(run, row.lastExecution)) ? { ...row, lastExecution: run } : row;
      }),
    );
  }

  private async ask(run: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.abort.abort();
    const abort = new AbortController();
    this.abort = abort;
    try {
      await run(abort.signal);
      if (!abort.signal.aborted) this.failure.set(null);
    } catch (error) {
      if (abort.signal.aborted) return;
      this.failure.set(apiErrorOf(error));
      this.stage.set('failed');
    }
  }

  private async page(after: string | null, signal: AbortSignal): Promise<Page> {
    const query = this.query;
    if (!query) throw new Error('The list was never shown.');
    const { workflows } = await this.api.query(
      WorkflowListDocument,
      { ...variablesOf(query), first: PAGE, after },
      { signal },
    );
    signal.throwIfAborted();
    return workflows;
  }

  private replaceBy(pages: readonly Page[]): void {
    this.items.set(pages.flatMap(({ nodes }) => nodes));
    const last = pages.at(-1);
    if (last) this.settle(last);
  }

  private settle({ totalCount, pageInfo }: Page): void {
    this.count.set(totalCount);
    this.cursor.set(pageInfo.hasNextPage ? pageInfo.endCursor : null);
    this.stage.set('ready');
  }
}

/** Ids of runs are in the order of time; of one run the higher seq is the later news. */
function isNewer(run: RunNews, than: RunNews): boolean {
  return run.id === than.id ? run.eventSeq >= than.eventSeq : run.id > than.id;
}
