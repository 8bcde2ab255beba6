import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { formatCount, Icon, IconButton, Input, Notice, Skeleton, ValueBinding } from '@millrace/web-ui';
import type { ImportItem } from './imports';

/** One workflow that is to be imported: its name, what it holds, and what ails it. */
@Component({
  selector: 'mr-import-entry',
  imports: [Icon, IconButton, Input, Notice, Skeleton, ValueBinding],
  templateUrl: './import-entry.html',
  styleUrl: './import-entry.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportEntry {
  readonly item = input.required<ImportItem>();
  readonly renamed = output<string>();
  readonly removed = output<void>();
  protected readonly title = computed(() => this.item().fileName ?? 'Pasted text');
  protected readonly found = computed(() => {
    const { read } = this.item();
    return read.kind === 'read' ? read : null;
  });
  protected readonly broken = computed(() => {
    const { read } = this.item();
    return read.kind === 'broken' ? read.message : null;
  });
  protected readonly nodesText = computed(() => formatCount(this.found()?.nodeCount ?? 0, 'node'));
  protected readonly issues = computed(() => this.item().issues ?? []);
  protected readonly verdict = computed(() => {
    const errors = this.issues().filter(({ severity }) => severity === 'ERROR').length;
    const warnings = this.issues().length - errors;
    const parts = [
      ...(errors > 0 ? [formatCount(errors, 'error')] : []),
      ...(warnings > 0 ? [formatCount(warnings, 'warning')] : []),
    ];
    return `${parts.join(' and ')} to mend before it can be published`;
  });
}
