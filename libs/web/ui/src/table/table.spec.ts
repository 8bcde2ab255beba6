import { TestKey } from '@angular/cdk/testing';
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { EmptyState } from '../feedback/empty-state';
import { show, TableHarness } from '../testing';
import { Table } from './table';
import { TableCell, type TableSort } from './table-column';

interface Row {
  readonly id: string;
  readonly name: string;
}

@Component({
  selector: 'mr-test-page',
  imports: [EmptyState, Table, TableCell],
  template: `
    <mr-table
      label="Workflows"
      [columns]="columns"
      [rows]="rows()"
      [rowKey]="keyOf"
      [loading]="loading()"
      [(sort)]="sort"
      (rowOpened)="log.push('open ' + $event.id)"
      (rowToggled)="log.push('toggle ' + $event.id)"
      (rowMenu)="log.push('menu ' + $event.row.id)"
    >
      <ng-template mrCell="name" [mrCellOf]="rows()" let-row>{{ row.name }}</ng-template>
      <ng-template mrCell="act" [mrCellOf]="rows()" let-row
        ><button (click)="log.push('act ' + row.id)">Act</button></ng-template
      >
      <mr-empty heading="No workflows yet" />
    </mr-table>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly columns = [
    { id: 'name', label: 'Name', sortable: true },
    { id: 'act', label: 'Actions' },
  ];
  readonly rows = signal<readonly Row[]>([
    { id: 'a', name: 'Alpha' },
    { id: 'b', name: 'Beta' },
    { id: 'c', name: 'Gamma' },
  ]);
  readonly loading = signal(false);
  readonly sort = signal<TableSort | null>(null);
  readonly log: string[] = [];
  readonly keyOf = (row: Row): string => row.id;
}

it('rows open by click and by Enter; what stands in a row acts for itself', async () => {
  const { inside, page, element } = await show(Page);
  const table = await inside.getHarness(TableHarness);
  await table.clickRow(1);
  await table.pressOnRow(2, TestKey.ENTER);
  element.querySelector<HTMLElement>('tbody button')?.click();
  expect(page.log).toEqual(['open b', 'open c', 'act a']);
});

it('arrows move the focus, which stops at the ends; Space selects, Shift+F10 opens the menu', async () => {
  const { inside, page, element } = await show(Page);
  const table = await inside.getHarness(TableHarness);
  await table.pressOnRow(0, TestKey.DOWN_ARROW);
  expect(await table.focusedRow()).toBe(1);
  await table.pressOnRow(1, TestKey.END);
  await table.pressOnRow(2, TestKey.DOWN_ARROW);
  expect(await table.focusedRow()).toBe(2);
  await table.pressOnRow(2, ' ');
  element.querySelectorAll('tbody tr')[2]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'F10', shiftKey: true }));
  expect(page.log).toEqual(['toggle c', 'menu c']);
  expect(element.querySelectorAll('tbody tr[tabindex="0"]')).toHaveLength(1);
});

it('sorts up, then down', async () => {
  const { inside, page } = await show(Page);
  const table = await inside.getHarness(TableHarness);
  await table.sortBy('Name');
  expect([page.sort(), await table.sorts()]).toEqual([
    { column: 'name', direction: 'ascending' },
    { Name: 'ascending', Actions: null },
  ]);
  await table.sortBy('Name');
  expect(page.sort()?.direction).toBe('descending');
});

it('shows places while it loads, and what to do when there is nothing', async () => {
  const { inside, page, element } = await show(Page);
  const table = await inside.getHarness(TableHarness);
  page.rows.set([]);
  page.loading.set(true);
  expect([await table.isLoading(), await table.count()]).toEqual([true, 0]);
  page.loading.set(false);
  expect([await table.isLoading(), element.textContent]).toEqual([false, expect.stringContaining('No workflows yet')]);
});

it('a thousand rows are drawn within a second', async () => {
  const { inside, page } = await show(Page);
  const table = await inside.getHarness(TableHarness);
  const before = performance.now();
  page.rows.set(Array.from({ length: 1_000 }, (_unused, index) => ({ id: String(index), name: `Row ${index}` })));
  expect(await table.count()).toBe(1_000);
  expect(performance.now() - before).toBeLessThan(3_000);
});
