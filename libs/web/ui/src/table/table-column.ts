import { Directive, inject, input, TemplateRef } from '@angular/core';

/** A column of a table. */
export interface TableColumn {
  readonly id: string;
  readonly label: string;
  /** A CSS width; columns without one share what is left. */
  readonly width?: string;
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
  /** Keeps the label for those who listen, and shows none: actions, ticks. */
  readonly hideLabel?: boolean;
}

/** What a table is sorted by. */
export interface TableSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** What the template of a cell gets: `<ng-template mrCell="name" let-row>`. */
export interface CellContext<T> {
  readonly $implicit: T;
  readonly index: number;
}

/** What stands in the head of a column instead of its label: `<ng-template mrHead="pick">`. */
@Directive({ selector: 'ng-template[mrHead]' })
export class TableHead {
  readonly mrHead = input.required<string>();
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
}

/** How the cells of a column look. `of` gives the rows' type to the template: `[mrCellOf]="rows()"`. */
@Directive({ selector: 'ng-template[mrCell]' })
export class TableCell<T> {
  readonly mrCell = input.required<string>();
  readonly mrCellOf = input<readonly T[]>();
  readonly template = inject<TemplateRef<CellContext<T>>>(TemplateRef);

  static ngTemplateContextGuard<T>(_cell: TableCell<T>, _context: unknown): _context is CellContext<T> {
    return true;
  }
}
