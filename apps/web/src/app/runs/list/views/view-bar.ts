import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import { Announcer, Button, Dialogs, IconButton, MenuTrigger, Notice, type MenuEntry } from '@millrace/web-ui';
import type { RunFilters } from '../run-filters';
import { currentView, sameFilters, type RunView } from './run-views';
import { SavedRunViews } from './saved-run-views';

/** A view that was chosen; id null: none, the filters hold without a name. */
export interface ChosenView {
  readonly id: string | null;
  readonly filters: RunFilters;
}

/** The views of the list of runs, to go to, and to keep the filters that hold now. */
@Component({
  selector: 'mr-run-view-bar',
  imports: [Button, IconButton, MenuTrigger, Notice],
  templateUrl: './view-bar.html',
  styleUrl: './view-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunViewBar {
  readonly filters = input.required<RunFilters>();
  /** Id of the view that the address names. */
  readonly named = input<string | null>(null);
  /** The address names no filter. */
  readonly isBare = input(false);
  readonly chosen = output<ChosenView>();
  private readonly saved = inject(SavedRunViews);
  private readonly dialogs = inject(Dialogs);
  private readonly announcer = inject(Announcer);
  protected readonly problem = signal<string | null>(null);
  protected readonly views = this.saved.all;
  protected readonly current = computed(() => currentView(this.views(), this.named(), this.filters()));
  /** Filters were changed since the view was opened. */
  protected readonly isChanged = computed(() => {
    const view = this.current();
    return view === undefined || !sameFilters(view.filters, this.filters());
  });

  constructor() {
    void this.saved.load();
    effect(() => {
      // An address that only names a view means what the view holds.
      const view = this.isBare() && this.named() !== null ? this.current() : undefined;
      if (view && !sameFilters(view.filters, this.filters())) untracked(() => this.open(view));
    });
  }

  protected open({ id, filters }: RunView): void {
    this.chosen.emit({ id: id === 'all' ? null : id, filters });
  }

  protected async saveNew(): Promise<void> {
    const name = await this.ask('Save these filters as a view', '', 'Save view');
    if (name !== undefined) await this.keep(name);
  }

  protected async saveChanges(view: RunView): Promise<void> {
    await this.keep(view.name, view.id);
  }

  protected menuOf(view: RunView): () => readonly MenuEntry[] {
    return () => [
      { label: 'Rename…', icon: 'pencil', run: () => void this.rename(view) },
      'divider',
      { label: 'Delete view', icon: 'trash-2', danger: true, run: () => void this.remove(view) },
    ];
  }

  private async rename(view: RunView): Promise<void> {
    const name = await this.ask('Rename the view', view.name, 'Rename');
    if (name === undefined) return;
    await this.told('The view could not be renamed', () => this.saved.save(name, view.filters, view.id));
  }

  private async remove(view: RunView): Promise<void> {
    await this.told('The view could not be deleted', async () => {
      await this.saved.delete(view.id);
      this.announcer.say(`View “${view.name}” deleted`);
      if (this.named() === view.id) this.chosen.emit({ id: null, filters: this.filters() });
    });
  }

  private async keep(name: string, id?: string): Promise<void> {
    await this.told('The view could not be saved', async () => {
      const view = await this.saved.save(name, this.filters(), id);
      this.announcer.say(`View “${view.name}” saved`);
      this.chosen.emit({ id: view.id, filters: view.filters });
    });
  }

  private ask(heading: string, value: string, action: string): Promise<string | undefined> {
    const taken = new Set(
      this.views()
        .map(({ name }) => name.toLowerCase())
        .filter((name) => name !== value.toLowerCase()),
    );
    const check = (text: string): string | null => {
      if (text.length > 60) return 'At most 60 characters.';
      return taken.has(text.toLowerCase()) ? 'There is a view of this name already.' : null;
    };
    return this.dialogs.prompt({ heading, label: 'Name', placeholder: 'Failed webhooks', value, action, check });
  }

  private async told(heading: string, work: () => Promise<unknown>): Promise<void> {
    this.problem.set(null);
    try {
      await work();
    } catch (thrown) {
      this.problem.set(`${heading}: ${apiErrorOf(thrown).message}`);
    }
  }
}
