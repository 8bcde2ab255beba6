import { computed, inject, Injectable, signal } from '@angular/core';
import { accepted, GraphqlApi, Session } from '@millrace/web-api';
import { SavedRunViewDeleteDocument, SavedRunViewsDocument, SavedRunViewSaveDocument } from '@millrace/web-api/graphql';
import type { RunFilters } from '../run-filters';
import { BUILT_IN_VIEWS, queryTextOf, savedViewOf, type RunView } from './run-views';

/** The views of the list of runs: those of the product, then the person's own by name. */
@Injectable({ providedIn: 'root' })
export class SavedRunViews {
  private readonly api = inject(GraphqlApi);
  private readonly saved = signal<readonly RunView[]>([]);
  private reading: Promise<void> | undefined;
  readonly all = computed<readonly RunView[]>(() => [...BUILT_IN_VIEWS, ...this.saved()]);

  constructor() {
    inject(Session).onEnd(() => {
      this.saved.set([]);
      this.reading = undefined;
    });
  }

  /** Reads them once. Without them the list works as well: what ails the server is told by the list itself. */
  load(): Promise<void> {
    this.reading ??= this.read();
    return this.reading;
  }

  /** Keeps filters under a name, as a new view or instead of the one of the id. @throws ApiError */
  async save(name: string, filters: RunFilters, id?: string): Promise<RunView> {
    const input = { name, query: queryTextOf(filters) };
    const { view } = accepted((await this.api.mutate(SavedRunViewSaveDocument, { id, input })).savedRunViewSave);
    if (!view) throw new Error('The server kept no view and named no reason.');
    const kept = savedViewOf(view);
    this.saved.update((views) =>
      [...views.filter((one) => one.id !== kept.id), kept].sort((a, b) => a.name.localeCompare(b.name)),
    );
    return kept;
  }

  /** @throws ApiError */
  async delete(id: string): Promise<void> {
    accepted((await this.api.mutate(SavedRunViewDeleteDocument, { id })).savedRunViewDelete);
    this.saved.update((views) => views.filter((view) => view.id !== id));
  }

  private async read(): Promise<void> {
    const found = await this.api.query(SavedRunViewsDocument, {}).catch(() => undefined);
    if (found) this.saved.set(found.savedRunViews.map(savedViewOf));
    else this.reading = undefined;
  }
}
