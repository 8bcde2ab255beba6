import { BreakpointObserver } from '@angular/cdk/layout';
import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { TableColumn } from '@millrace/web-ui';

const NARROW = '(max-width: 1180px)';

/** The columns of the list of runs; a narrow window shows what failed rather than how it was started. Inside an injection context. */
export function runColumns(
  workflowId: Signal<string | undefined>,
  askedModels: Signal<boolean>,
): Signal<readonly TableColumn[]> {
  const narrow = toSignal(inject(BreakpointObserver).observe(NARROW));
  return computed(() => {
    const hasRoom = narrow()?.matches !== true;
    const inRoom = (column: TableColumn): readonly TableColumn[] => (hasRoom ? [column] : []);
    return [
      { id: 'pick', label: 'Select', width: '44px', hideLabel: true },
      { id: 'star', label: 'Star', width: '36px', hideLabel: true },
      { id: 'status', label: 'Status', width: hasRoom ? '128px' : '112px' },
      { id: 'workflow', label: workflowId() === undefined ? 'Workflow' : 'Version and error' },
      ...inRoom({ id: 'mode', label: 'Trigger', width: '118px' }),
      { id: 'started', label: 'Started', width: '100px' },
      { id: 'duration', label: 'Duration', width: '100px', align: 'end' },
      ...inRoom({ id: 'retries', label: 'Retries', width: '80px', align: 'end' }),
      ...(askedModels() ? [{ id: 'usage', label: 'Tokens', width: '104px', align: 'end' as const }] : []),
      { id: 'more', label: 'Actions', width: '60px', hideLabel: true },
    ];
  });
}
