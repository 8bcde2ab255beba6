import { booleanAttribute, ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { IconButton } from '../button/icon-button';
import { nextId } from '../overlay/next-id';
import { DialogRef } from './dialog-ref';

/** What every dialog and drawer looks like: heading, content that scrolls, and actions marked `mrDialogActions`. */
@Component({
  selector: 'mr-dialog',
  imports: [IconButton],
  template: `
    <header>
      <div class="words">
        <h2 [id]="headingId">{{ heading() }}</h2>
        @if (text(); as line) {
          <p>{{ line }}</p>
        }
      </div>
      <ng-content select="[mrDialogHead]" />
    </header>
    <div class="content" [class.flush]="flush()"><ng-content /></div>
    <footer><ng-content select="[mrDialogActions]" /></footer>
    <!-- Last, so that the focus begins in the content. -->
    <button mr-icon-button class="close" type="button" icon="x" size="s" label="Close" (click)="dismiss()"></button>
  `,
  styleUrl: './dialog-frame.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DialogFrame {
  readonly heading = input.required<string>();
  /** A sentence under the heading. */
  readonly text = input<string>();
  /** Content up to the borders: tables, editors. */
  readonly flush = input(false, { transform: booleanAttribute });
  readonly #ref = inject(DialogRef, { optional: true });
  protected readonly headingId = this.#ref?.headingId ?? nextId('heading');

  protected dismiss(): void {
    this.#ref?.close();
  }
}
