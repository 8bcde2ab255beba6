import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A line of a settings card: what it is about at the left, its value or control at the right. */
@Component({
  selector: 'mr-settings-row',
  template: `
    <div class="words">
      <p class="label">{{ label() }}</p>
      @if (text(); as line) {
        <p class="text">{{ line }}</p>
      }
    </div>
    <div class="value"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 24px;
      min-height: 56px;
      padding: 10px 16px;
    }

    :host(:not(:first-child)) {
      border-top: 1px solid var(--border-1);
    }

    .words {
      flex: 1 1 0;
      min-width: 120px;
    }

    .label {
      font-weight: 500;
    }

    .text {
      color: var(--text-2);
      text-wrap: pretty;
    }

    .value {
      display: flex;
      flex: 0 1 auto;
      align-items: center;
      gap: 8px;
      min-width: 0;
      max-width: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsRow {
  readonly label = input.required<string>();
  readonly text = input<string>();
}
