import { BreakpointObserver } from '@angular/cdk/layout';
import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { TableColumn } from '@millrace/web-ui';

const NARROW = '(max-width: 1180px)';

/** The columns of the list follow the width of the window: a narrow one shows names rather than tags and counts. */
export function listColumns(): Signal<readonly TableColumn[]> {
  const narrow = toSignal(inject(BreakpointObserver).observe(NARROW));
  return computed(() => {
    const hasRoom = narrow()?.matches !== true;
    const inRoom = (column: TableColumn): readonly TableColumn[] => (hasRoom ? [column] : []);
    return [
      { id: 'name', label: 'Name', sortable: true },
      ...inRoom({ id: 'tags', label: 'Tags', width: '208px' }),
      { id: 'status', label: 'Status', width: '216px' },
      { id: 'lastRun', label: 'Last run', width: hasRoom ? '172px' : '128px' },
      ...inRoom({ id: 'nodes', label: 'Nodes', width: '72px', align: 'end' }),
      { id: 'updated', label: 'Changed', width: '112px', align: 'end', sortable: true },
      { id: 'enabled', label: 'On', width: '60px' },
      { id: 'menu', label: 'Actions', width: '60px', hideLabel: true },
    ];
  });
}
