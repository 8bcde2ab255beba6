import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { FFlowModule } from '@foblex/flow';
import type { WorkflowNote } from '@millrace/workflow-model';
import { Markdown } from '@millrace/web-ui/base';
import type { EditorSession } from '../session/editor-session';
import { paintOf } from './note-colours';

/** A sheet of Markdown behind the nodes. Double click or Enter edits; Escape and leaving it keep the text. */
@Component({
  selector: 'mr-sticky-note',
  imports: [FFlowModule, Markdown],
  template: `
    @if (isEditing()) {
      <textarea
        #area
        fDragBlocker
        class="text"
        aria-label="Text of the note, in Markdown"
        [value]="note().text"
        (blur)="keep()"
        (keydown)="onKey($event)"
        (wheel)="$event.stopPropagation()"
      ></textarea>
    } @else {
      <div class="text shown">
        @if (note().text) {
          <mr-markdown [text]="note().text" />
        } @else {
          <span class="hint">Double-click or Enter to write</span>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      width: 100%;
      height: 100%;
      overflow: hidden;
      border: 1px solid color-mix(in oklab, var(--text-1) 10%, transparent);
      border-radius: var(--radius-card);
      background: var(--note);
    }

    .text {
      display: block;
      width: 100%;
      height: 100%;
      padding: 12px 14px;
      overflow: auto;
      border: 0;
      outline: 0;
      background: transparent;
      color: var(--text-1);
      font: 400 var(--size-13) / var(--line) var(--font-sans);
      resize: none;
    }

    .shown {
      overflow: hidden;
    }

    .hint {
      color: var(--text-3);
    }
  `,
  host: {
    '[style.--note]': 'colour()',
    '(dblclick)': 'edit(); $event.stopPropagation()',
    '[attr.data-testid]': "'note-' + note().id",
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StickyNote {
  readonly session = input.required<EditorSession>();
  readonly note = input.required<WorkflowNote>();
  protected readonly isEditing = signal(false);
  protected readonly area = viewChild<ElementRef<HTMLTextAreaElement>>('area');
  readonly #host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly colour = computed(() => paintOf(this.note().color ?? 'yellow'));

  /** Opens the text for writing. */
  edit(): void {
    if (this.session().isReadonly() || this.isEditing()) return;
    this.isEditing.set(true);
    setTimeout(() => this.area()?.nativeElement.focus());
  }

  /** Enter on the sheet, not in its text. */
  editByKey(event: Event): void {
    if (this.isEditing() || (event.target as Element).closest('a, button, textarea') !== null) return;
    event.preventDefault();
    event.stopPropagation();
    this.edit();
  }

  protected onKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
    this.keep();
    this.#host.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
  }

  protected keep(): void {
    if (!this.isEditing()) return;
    const text = this.area()?.nativeElement.value ?? this.note().text;
    this.isEditing.set(false);
    if (text !== this.note().text) this.session().actions.updateNote(this.note().id, { text });
  }
}
