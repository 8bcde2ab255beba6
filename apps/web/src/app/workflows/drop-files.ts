import { Directive, output, signal } from '@angular/core';

/** Takes files that are dropped anywhere on its element, and tells while some are over it. */
@Directive({
  selector: '[mrDropFiles]',
  host: {
    '[class.mr-files-over]': 'isOver()',
    '(dragenter)': 'enter($event)',
    '(dragover)': 'stay($event)',
    '(dragleave)': 'leave()',
    '(drop)': 'drop($event)',
  },
  exportAs: 'mrDropFiles',
})
export class DropFiles {
  readonly mrDropFiles = output<readonly File[]>();
  /** Elements inside that the pointer has entered and not left: leaving one for another is no leaving. */
  private readonly depth = signal(0);
  readonly isOver = (): boolean => this.depth() > 0;

  protected enter(event: DragEvent): void {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    this.depth.update((depth) => depth + 1);
  }

  protected stay(event: DragEvent): void {
    if (holdsFiles(event)) event.preventDefault();
  }

  protected leave(): void {
    this.depth.update((depth) => Math.max(0, depth - 1));
  }

  protected drop(event: DragEvent): void {
    this.depth.set(0);
    if (!holdsFiles(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) this.mrDropFiles.emit(files);
  }
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
