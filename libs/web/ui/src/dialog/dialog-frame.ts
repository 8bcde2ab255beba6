import { DialogRef } from '@angular/cdk/dialog';
import { booleanAttribute, ChangeDetectionStrategy, Component, inject, input, type OnInit } from '@angular/core';
import { IconButton } from '../button/icon-button';
import { nextId } from '../overlay/next-id';

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
      <button mr-icon-button class="close" type="button" icon="x" size="s" label="Close" (click)="dismiss()"></button>
    </header>
    <div class="content" [class.flush]="flush()"><ng-content /></div>
    <footer><ng-content select="[mrDialogActions]" /></footer>
  `,
  styleUrl: './dialog-frame.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DialogFrame implements OnInit {
  readonly heading = input.required<string>();
  /** A sentence under the heading. */
  readonly text = input<string>();
  /** Content up to the borders: tables, editors. */
  readonly flush = input(false, { transform: booleanAttribute });
  protected readonly headingId = nextId('heading');
  readonly #ref = inject(DialogRef, { optional: true });

  ngOnInit(): void {
    this.#nameContainer();
  }

  protected dismiss(): void {
    this.#ref?.close();
  }

  #nameContainer(): void {
    const container = this.#ref?.containerInstance as { _addAriaLabelledBy?: (id: string) => void } | undefined;
    container?._addAriaLabelledBy?.(this.headingId);
  }
}
