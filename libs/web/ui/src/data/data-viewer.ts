import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
} from '@angular/core';
import { Button } from '../button/button';
import { IconButton } from '../button/icon-button';
import { Segmented } from '../choice/segmented';
import type { Option } from '../choice/option';
import { EmptyState } from '../feedback/empty-state';
import { SearchField } from '../fields/search-field';
import { formatBytes } from '../format/format';
import { Announcer } from '../services/announcer';
import { DataGrid } from './data-grid';
import { DataTree } from './data-tree';

/** How data is looked at. */
export type DataView = 'schema' | 'table' | 'json';
/** Above this many characters of JSON it asks before it shows. */
const LARGE = 4_000_000;

/**
 * Data to look at and to take paths from. `root` begins every path (`FetchData.data`). Rows are dragged onto fields
 * (`{{ path }}`); by keyboard Enter chooses a row and Ctrl/Cmd+C copies its path, with Alt its value.
 */
@Component({
  selector: 'mr-data-viewer',
  imports: [Button, DataGrid, DataTree, EmptyState, IconButton, SearchField, Segmented],
  templateUrl: './data-viewer.html',
  styleUrl: './data-viewer.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DataViewer {
  readonly data = input.required<unknown>();
  readonly view = model<DataView>('schema');
  readonly root = input('');
  readonly label = input('Data');
  readonly draggable = input(true, { transform: booleanAttribute });
  /** Without its bar: where the views are chosen elsewhere. */
  readonly hideBar = input(false, { transform: booleanAttribute });
  readonly query = model('');
  /** A row was chosen: write its path where the caret was. */
  readonly pathChosen = output<string>();
  readonly #announcer = inject(Announcer);
  protected readonly searching = signal(false);
  protected readonly views: readonly Option<DataView>[] = [
    { value: 'schema', label: 'Schema' },
    { value: 'table', label: 'Table' },
    { value: 'json', label: 'JSON' },
  ];
  readonly #size = computed(() => roughSize(this.data()));
  protected readonly sizeText = computed(() => formatBytes(this.#size()));
  protected readonly accepted = linkedSignal<unknown, boolean>({ source: this.data, computation: () => false });
  protected readonly isHidden = computed(() => this.#size() > LARGE && !this.accepted());
  protected readonly isPlain = computed(() => this.data() === null || typeof this.data() !== 'object');
  protected readonly plainText = computed(() =>
    this.view() === 'json' ? JSON.stringify(this.data(), null, 2) : String(this.data()),
  );
  protected readonly isEmpty = computed(() => !this.isPlain() && Object.keys(this.data() as object).length === 0);

  protected endSearch(): void {
    this.query.set('');
    this.searching.set(false);
  }

  protected async copyAll(): Promise<void> {
    await this.copy({ what: 'value', text: JSON.stringify(this.data(), null, 2) });
  }

  protected async copy({ what, text }: { what: 'path' | 'value'; text: string }): Promise<void> {
    await navigator.clipboard?.writeText(text);
    this.#announcer.say(what === 'path' ? `Path copied: ${text}` : 'Value copied');
  }
}

/** Characters of JSON, guessed without writing it: enough to know whether to ask. */
export function roughSize(value: unknown, budget = { left: 200_000 }): number {
  if (typeof value === 'string') return value.length + 2;
  if (value === null || typeof value !== 'object') return 5;
  let size = 2;
  const inner = Array.isArray(value) ? value : Object.entries(value).flat();
  for (const one of inner) {
    if (budget.left-- <= 0) return LARGE * 2;
    size += roughSize(one, budget) + 1;
  }
  return size;
}
