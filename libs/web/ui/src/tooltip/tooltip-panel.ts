import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Keys } from '../keys/keys';

/** What a tooltip shows. */
@Component({
  selector: 'mr-tooltip-panel',
  imports: [Keys],
  template: `
    {{ text() }}
    @if (keys(); as combination) {
      <mr-keys [keys]="combination" />
    }
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 8px;
      max-width: 280px;
      padding: 4px 8px;
      border-radius: var(--radius-control);
      background: var(--surface-inverse);
      box-shadow: var(--shadow-raised);
      color: var(--text-inverse);
      font-size: var(--size-12);
      line-height: 1.4;
      pointer-events: none;
      animation: mr-float-in var(--fast) var(--ease);
    }

    mr-keys {
      --key-width: 0;
      --key-space: 1px;
      --key-border: transparent;
      --key-background: transparent;
      --key-text: var(--text-inverse-2);
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TooltipPanel {
  readonly text = input.required<string>();
  readonly keys = input<string>();
}
