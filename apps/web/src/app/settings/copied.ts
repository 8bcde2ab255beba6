import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { Announcer, IconButton } from '@millrace/web-ui';

const SHOWN_MS = 1_500;

/** A text in code letters with a button that copies it. */
@Component({
  selector: 'mr-copied',
  imports: [IconButton],
  template: `
    <code class="mr-truncate">{{ text() }}</code>
    <button
      mr-icon-button
      type="button"
      size="s"
      [icon]="isDone() ? 'check' : 'copy'"
      [label]="isDone() ? 'Copied' : 'Copy ' + name()"
      (click)="copy()"
    ></button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 4px;
      min-width: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Copied {
  readonly text = input.required<string>();
  /** What it is, for the label of the button. */
  readonly name = input.required<string>();
  protected readonly isDone = signal(false);
  private readonly announcer = inject(Announcer);

  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.text());
    this.isDone.set(true);
    this.announcer.say(`${this.name()} copied`);
    setTimeout(() => this.isDone.set(false), SHOWN_MS);
  }
}
