import { ChangeDetectionStrategy, Component, effect, ElementRef, inject, input, output } from '@angular/core';
import { FlowCanvas, type EditorSession } from '@millrace/web-canvas';
import { nameCalled } from '../../shared/name-called';

/** The canvas of a run or a version: looked at, not changed. Tells which step the pointer is over, and marks one. */
@Component({
  selector: 'mr-run-canvas',
  imports: [FlowCanvas],
  template: '<mr-flow-canvas [session]="session()" minimap="none" (opened)="opened.emit($event)" />',
  styleUrl: './run-canvas.scss',
  host: { '(mouseover)': 'tell($event)', '(mouseleave)': 'hovered.emit(undefined)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunCanvas {
  readonly session = input.required<EditorSession>();
  /** Step that is pointed at elsewhere. */
  readonly hint = input<string>();
  readonly hovered = output<string | undefined>();
  readonly opened = output<string>();
  private readonly element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    effect(() => this.mark(this.hint()));
    void nameCalled(() => this.session()).catch(() => undefined);
  }

  protected tell(event: Event): void {
    this.hovered.emit((event.target as HTMLElement).closest<HTMLElement>('[data-node]')?.dataset['node']);
  }

  private mark(nodeId: string | undefined): void {
    for (const node of this.element.querySelectorAll('.node.hinted')) node.classList.remove('hinted');
    if (nodeId !== undefined)
      this.element.querySelector(`.node[data-node="${CSS.escape(nodeId)}"]`)?.classList.add('hinted');
  }
}
