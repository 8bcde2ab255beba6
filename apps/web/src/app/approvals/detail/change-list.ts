import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Json } from '@millrace/workflow-model';

interface Change {
  readonly path: string;
  readonly before?: Json | null;
  readonly after?: Json | null;
}

/** What was changed in data: where, what it was, what it is. */
@Component({
  selector: 'mr-change-list',
  template: `
    <ul>
      @for (change of changes(); track change.path) {
        <li>
          <code>{{ change.path || 'the whole' }}</code>
          <span class="mr-visually-hidden">was</span>
          <del>{{ textOf(change.before) }}</del>
          <span aria-hidden="true">→</span>
          <span class="mr-visually-hidden">is now</span>
          <ins>{{ textOf(change.after) }}</ins>
        </li>
      }
    </ul>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 8px;
      align-items: baseline;
      padding: 3px 0;
      font-size: var(--size-12);
      overflow-wrap: anywhere;
    }

    del,
    ins {
      max-width: 100%;
      padding: 0 5px;
      border-radius: 4px;
      font-family: var(--font-mono);
    }

    del {
      background: var(--failed-soft);
      color: var(--failed-text);
    }

    ins {
      background: var(--completed-soft);
      color: var(--completed-text);
      text-decoration: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeList {
  readonly changes = input.required<readonly Change[]>();

  protected textOf(value: Json | null | undefined): string {
    if (value === undefined || value === null) return 'nothing';
    return typeof value === 'string' ? value : JSON.stringify(value);
  }
}
