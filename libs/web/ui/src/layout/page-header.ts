import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The head of a page: its name, a line about it, and at the end its actions (its content). */
@Component({
  selector: 'mr-page-header',
  template: `
    <div class="words">
      <div class="above"><ng-content select="[mrBreadcrumb]" /></div>
      <div class="title">
        <h1>{{ heading() }}</h1>
        <span class="beside"><ng-content select="[mrBesideHeading]" /></span>
      </div>
      @if (text(); as line) {
        <p>{{ line }}</p>
      }
    </div>
    <div class="actions"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-end;
      justify-content: space-between;
      gap: 12px 24px;
      padding: 24px var(--gutter) 16px;
    }

    .words {
      min-width: 0;
    }

    .above:empty {
      display: none;
    }

    .above {
      margin-bottom: 4px;
      color: var(--text-2);
      font-size: var(--size-12);
    }

    .title {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 10px;
    }

    h1 {
      line-height: 32px;
    }

    .beside {
      display: inline-flex;
      align-items: baseline;
      gap: 10px;
      color: var(--text-2);
      font-variant-numeric: tabular-nums;
    }

    p {
      max-width: 72ch;
      color: var(--text-2);
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageHeader {
  readonly heading = input.required<string>();
  readonly text = input<string>();
}
