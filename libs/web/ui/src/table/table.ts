import { NgTemplateOutlet } from '@angular/common';
import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  contentChildren,
  ElementRef,
  inject,
  input,
  linkedSignal,
  model,
  output,
} from '@angular/core';
import { Skeleton } from '../feedback/skeleton';
import { Icon } from '../icons/icon';
import { TableCell, TableHead, type TableColumn, type TableSort } from './table-column';

/** Rows to look through and open. Up and down move between rows, Enter opens, Space selects; the head stays in sight. */
@Component({
  selector: 'mr-table',
  imports: [Icon, NgTemplateOutlet, Skeleton],
  templateUrl: './table.html',
  styleUrl: './table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Table<T> {
  readonly columns = input.required<readonly TableColumn[]>();
  readonly rows = input.required<readonly T[]>();
  /** What tells a row from the others. */
  readonly rowKey = input.required<(row: T) => string>();
  readonly label = input.required<string>();
  /** Rows are on their way: without any, their places are shown. */
  readonly loading = input(false, { transform: booleanAttribute });
  readonly sort = model<TableSort | null>(null);
  /** Keys of the rows that are selected or current. */
  readonly selected = input<ReadonlySet<string>>(new Set());
  /** `data-testid` of a row. */
  readonly rowTestId = input<(row: T) => string>();
  readonly rowOpened = output<T>();
  readonly rowToggled = output<T>();
  readonly rowMenu = output<{
    readonly row: T;
    readonly at: HTMLElement | { readonly x: number; readonly y: number };
  }>();
  protected readonly cells = contentChildren<TableCell<T>>(TableCell);
  protected readonly headCells = contentChildren(TableHead);
  protected readonly heads = computed(() => new Map(this.headCells().map((head) => [head.mrHead(), head.template])));
  protected readonly templates = computed(() => new Map(this.cells().map((cell) => [cell.mrCell(), cell.template])));
  protected readonly active = linkedSignal<number, number>({
    source: () => this.rows().length,
    computation: (count, before) => Math.max(0, Math.min(before?.value ?? 0, count - 1)),
  });
  protected readonly placeholders = Array.from({ length: 8 }, (_unused, index) => index);
  readonly #element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected sortOf(column: TableColumn): 'ascending' | 'descending' | 'none' | null {
    if (!column.sortable) return null;
    const sort = this.sort();
    return sort?.column === column.id ? sort.direction : 'none';
  }

  protected sortBy(column: TableColumn): void {
    const isAscending = this.sortOf(column) === 'ascending';
    this.sort.set({ column: column.id, direction: isAscending ? 'descending' : 'ascending' });
  }

  protected open(event: Event, row: T, index: number): void {
    this.active.set(index);
    // What stands in a row acts for itself.
    if (!(event.target as HTMLElement).closest('a, button, input, label, mr-toggle, mr-checkbox'))
      this.rowOpened.emit(row);
  }

  protected showMenu(event: MouseEvent, row: T): void {
    event.preventDefault();
    const isByKey = event.clientX === 0 && event.clientY === 0;
    this.rowMenu.emit({
      row,
      at: isByKey ? (event.currentTarget as HTMLElement) : { x: event.clientX, y: event.clientY },
    });
  }

  protected onKey(event: KeyboardEvent, row: T, index: number): void {
    if (event.target !== event.currentTarget) return;
    const last = this.rows().length - 1;
    const to = { ArrowDown: Math.min(index + 1, last), ArrowUp: Math.max(index - 1, 0), Home: 0, End: last }[event.key];
    if (to !== undefined) this.#moveTo(to);
    else if (event.key === 'Enter') this.rowOpened.emit(row);
    else if (event.key === ' ') this.rowToggled.emit(row);
    else if (event.key === 'F10' && event.shiftKey) this.rowMenu.emit({ row, at: event.currentTarget as HTMLElement });
    else return;
    event.preventDefault();
  }

  #moveTo(index: number): void {
    this.active.set(index);
    const row = this.#element.querySelectorAll<HTMLElement>('tbody tr')[index];
    row?.focus();
    row?.scrollIntoView?.({ block: 'nearest' });
  }
}
