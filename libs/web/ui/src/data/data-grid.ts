import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { IconButton } from '../button/icon-button';
import { Select } from '../choice/select';
import { carryPath, pathText } from './data-path';
import { typeOf, valueText } from './data-rows';
import { cellOf, cellSteps, tableOf, type DataTableRow } from './data-table';

/** A value as a table, in pages. Cells and column heads are dragged and chosen like the rows of a tree. */
@Component({
  selector: 'mr-data-grid',
  imports: [IconButton, Select],
  templateUrl: './data-grid.html',
  styleUrl: './data-grid.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DataGrid {
  readonly data = input.required<unknown>();
  readonly root = input('');
  readonly query = input('');
  readonly label = input('Data');
  readonly draggable = input(true);
  readonly chosen = output<string>();
  readonly table = computed(() => tableOf(this.data(), this.query()));
  readonly pageSize = linkedSignal<number | null>(() => 25);
  readonly page = linkedSignal<unknown, number>({
    source: () => [this.table(), this.pageSize()],
    computation: () => 0,
  });
  protected readonly sizes = [10, 25, 100].map((value) => ({ value, label: `${value} rows` }));
  protected readonly pages = computed(() => Math.max(1, Math.ceil(this.table().rows.length / this.size())));
  protected readonly size = computed(() => this.pageSize() ?? 25);
  protected readonly shown = computed(() =>
    this.table().rows.slice(this.page() * this.size(), (this.page() + 1) * this.size()),
  );
  protected readonly extent = computed(() => {
    const count = this.table().rows.length;
    const from = this.page() * this.size();
    return count === 0 ? '0 items' : `${from + 1}–${Math.min(count, from + this.size())} of ${count}`;
  });
  protected readonly valueText = valueText;
  protected readonly typeOf = typeOf;

  protected cell({ item }: DataTableRow, column: string): unknown {
    return cellOf(this.table(), item, column);
  }

  protected pathOf(index: number, column: string): string {
    return pathText(this.root(), cellSteps(this.table(), this.data(), index, column));
  }

  protected drag(event: DragEvent, index: number, column: string): void {
    carryPath(event.dataTransfer, this.pathOf(index, column));
  }

  protected onKey(event: KeyboardEvent): void {
    const cell = event.target as HTMLElement;
    const row = cell.parentElement as HTMLTableRowElement;
    const at = (cell as HTMLTableCellElement).cellIndex;
    const to = {
      ArrowRight: cell.nextElementSibling,
      ArrowLeft: cell.previousElementSibling,
      ArrowDown: (row.nextElementSibling as HTMLTableRowElement | null)?.cells[at],
      ArrowUp: (row.previousElementSibling as HTMLTableRowElement | null)?.cells[at],
    }[event.key];
    if (to instanceof HTMLElement && to.hasAttribute('tabindex')) {
      event.preventDefault();
      to.focus();
    }
  }
}
