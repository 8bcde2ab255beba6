import { afterNextRender, inject, Injector, signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import { Toasts } from '@millrace/web-ui';
import { WorkflowActions, type ExportFormat } from './workflow-actions';
import type { WorkflowItem, WorkflowList } from './workflow-list';

/** What went wrong with one workflow. */
export interface RowProblem {
  readonly heading: string;
  readonly text: string;
}

/**
 * Changes of rows: shown at once, taken back when the server refuses, and told where they happened. Make it inside an injection
 * context.
 */
export class ListChanges {
  private readonly actions = inject(WorkflowActions);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly wrong = signal<RowProblem | null>(null);
  readonly problem = this.wrong.asReadonly();

  constructor(
    private readonly list: WorkflowList,
    /** Called when workflows came or went. */
    private readonly changed: () => void,
  ) {}

  dismissProblem(): void {
    this.wrong.set(null);
  }

  async setEnabled(row: WorkflowItem, isEnabled: boolean): Promise<void> {
    this.list.change(row.id, { enabled: isEnabled });
    // The switch must have been shown so before it can be shown otherwise, however fast the server refuses.
    const shown = this.rendered();
    const done = await this.try(row, isEnabled ? 'could not be enabled' : 'could not be disabled', async () =>
      this.list.change(row.id, await this.actions.setEnabled(row, isEnabled)),
    );
    await shown;
    if (!done) this.list.change(row.id, { enabled: row.enabled });
  }

  async duplicate(row: WorkflowItem): Promise<void> {
    await this.try(row, 'could not be duplicated', async () =>
      this.list.add({ ...(await this.actions.duplicate(row)), lastExecution: null }),
    );
    this.changed();
  }

  /** Into the bin, and back for as long as the toast offers it. */
  async delete(row: WorkflowItem): Promise<void> {
    const putBack = this.list.remove(row.id);
    if (!(await this.try(row, 'could not be deleted', () => this.actions.delete(row)))) return putBack();
    this.changed();
    this.toasts.undo(`“${row.name}” was deleted. Its triggers have stopped.`, () => void this.undoDelete(row, putBack));
  }

  /** Out of the bin. */
  async restore(row: WorkflowItem): Promise<void> {
    const putBack = this.list.remove(row.id);
    if (!(await this.try(row, 'could not be restored', () => this.actions.restore(row)))) return putBack();
    this.changed();
    this.toasts.show(`“${row.name}” is back.`, { action: { label: 'Open', run: () => this.actions.open(row.id) } });
  }

  async export(row: WorkflowItem, format: ExportFormat): Promise<void> {
    await this.try(row, 'could not be exported', () => this.actions.export(row, format));
  }

  private async undoDelete(row: WorkflowItem, putBack: () => void): Promise<void> {
    putBack();
    if (!(await this.try(row, 'could not be restored', () => this.actions.restore(row)))) this.list.remove(row.id);
    this.changed();
  }

  private async try({ name }: WorkflowItem, what: string, run: () => Promise<unknown>): Promise<boolean> {
    this.wrong.set(null);
    try {
      await run();
      return true;
    } catch (error) {
      this.wrong.set({ heading: `“${name}” ${what}`, text: apiErrorOf(error).message });
      return false;
    }
  }

  private rendered(): Promise<void> {
    return new Promise((resolve) => afterNextRender({ read: () => resolve() }, { injector: this.injector }));
  }
}
