import { booleanAttribute, ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Button } from '../button/button';

/** What narrows a list, above it: a search (`mr-search`), then pills, then the way back; `mrFilterEnd` stands at the end. */
@Component({
  selector: 'mr-filter-bar',
  imports: [Button],
  template: `
    <div class="find"><ng-content select="mr-search" /></div>
    <ng-content />
    @if (active()) {
      <button mr-button type="button" variant="ghost" size="s" (click)="cleared.emit()">Clear filters</button>
    }
    <div class="end"><ng-content select="[mrFilterEnd]" /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex: none;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px;
    }

    .find {
      flex: 0 1 260px;
      min-width: 180px;
      margin-inline-end: 2px;
    }

    .end {
      display: flex;
      align-items: center;
      gap: 6px;
      margin-inline-start: auto;
    }

    .find:empty,
    .end:empty {
      display: none;
    }

    @media (width < 600px) {
      .find {
        flex: 1 1 100%;
        margin-inline-end: 0;
      }
    }
  `,
  host: { role: 'search', '[attr.aria-label]': 'label()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterBar {
  /** What is filtered. */
  readonly label = input.required<string>();
  /** Whether anything is left out. */
  readonly active = input(false, { transform: booleanAttribute });
  readonly cleared = output<void>();
}
