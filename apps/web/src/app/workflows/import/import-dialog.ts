import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import {
  Button,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  Field,
  formatCount,
  Icon,
  Input,
  Notice,
  ValueBinding,
} from '@millrace/web-ui';
import { ImportEntry } from './import-entry';
import { Imports, MOST_FILES } from './imports';

/** Takes workflows from files or from text, shows what they are and what ails them, and makes workflows of them. Closes with their ids. */
@Component({
  selector: 'mr-import-dialog',
  imports: [Button, DialogFrame, Field, Icon, ImportEntry, Input, Notice, ValueBinding],
  templateUrl: './import-dialog.html',
  styleUrl: './import-dialog.scss',
  host: {
    '(dragover)': 'dragOver($event)',
    '(dragleave)': 'isOver.set(false)',
    '(drop)': 'drop($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportDialog {
  protected readonly ref = inject<DialogRef<readonly string[]>>(DialogRef);
  protected readonly imports = new Imports();
  protected readonly text = signal('');
  protected readonly isOver = signal(false);
  protected readonly mostFiles = MOST_FILES;
  protected readonly action = computed(() => {
    const count = this.imports.ready().length;
    return count > 1 ? `Import ${formatCount(count, 'workflow')}` : 'Import';
  });
  private readonly picker = viewChild.required<ElementRef<HTMLInputElement>>('picker');

  constructor() {
    // Files that were dropped on the list come along.
    const files = inject<readonly File[] | null>(DIALOG_DATA, { optional: true }) ?? [];
    if (files.length > 0) void this.imports.addFiles(files);
  }

  protected chooseFiles(): void {
    this.picker().nativeElement.click();
  }

  protected dragOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isOver.set(true);
  }

  protected drop(event: DragEvent): void {
    this.isOver.set(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.imports.addFiles(files);
  }

  protected picked(event: Event): void {
    const input = event.target as HTMLInputElement;
    void this.imports.addFiles([...(input.files ?? [])]);
    // The same file can be chosen again after it was mended.
    input.value = '';
  }

  protected paste(text: string): void {
    this.text.set(text);
    void this.imports.paste(text);
  }

  /** What was made is kept when something else was refused: the dialog stays until nothing is left to do. */
  protected async import(): Promise<void> {
    await this.imports.import();
    if (this.imports.ready().length === 0) this.close();
  }

  protected close(): void {
    const made = this.imports.made();
    this.ref.close(made.length > 0 ? made : undefined);
  }
}
