import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A section of the settings: heading, a line, and rows in a card (its content). */
@Component({
  selector: 'mr-settings-section',
  template: `
    <h1>{{ heading() }}</h1>
    @if (text(); as line) {
      <p>{{ line }}</p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
    }

    h1 {
      font-size: var(--size-16);
      line-height: 28px;
    }

    p {
      margin-bottom: 16px;
      color: var(--text-2);
    }

    h1:not(:has(+ p)) {
      margin-bottom: 16px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsSection {
  readonly heading = input.required<string>();
  readonly text = input<string>();
}
