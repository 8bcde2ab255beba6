import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A section of the settings: heading, a line, what is made here (`mrSectionAction`), and rows in a card (its content). */
@Component({
  selector: 'mr-settings-section',
  template: `
    <header>
      <div class="words">
        <div class="title">
          <h1>{{ heading() }}</h1>
          <span class="beside"><ng-content select="[mrBesideHeading]" /></span>
        </div>
        @if (text(); as line) {
          <p>{{ line }}</p>
        }
      </div>
      <ng-content select="[mrSectionAction]" />
    </header>
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
    }

    .title {
      display: flex;
      align-items: baseline;
      gap: 10px;
    }

    .beside {
      color: var(--text-2);
      font-variant-numeric: tabular-nums;
    }

    h1 {
      font-size: var(--size-16);
      line-height: 28px;
    }

    header {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-end;
      justify-content: space-between;
      gap: 12px 24px;
      margin-bottom: 16px;
    }

    .words {
      flex: 1 1 320px;
      min-width: 0;
    }

    p {
      color: var(--text-2);
      text-wrap: pretty;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsSection {
  readonly heading = input.required<string>();
  readonly text = input<string>();
}
