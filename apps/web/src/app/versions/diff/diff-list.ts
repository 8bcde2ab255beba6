import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { EmptyState, Icon, type IconName } from '@millrace/web-ui';
import type { ChangeGroup } from './change-list';
import type { ChangeMark } from './merged-picture';

const ICONS: Readonly<Record<ChangeMark, IconName>> = { added: 'plus', changed: 'pencil', removed: 'minus' };
const WORDS: Readonly<Record<ChangeMark, string>> = { added: 'Added', changed: 'Changed', removed: 'Removed' };

/** What changed between two versions, value by value. */
@Component({
  selector: 'mr-diff-list',
  imports: [EmptyState, Icon],
  template: `
    @for (group of groups(); track group.kind + group.id) {
      <section [class]="group.mark">
        <h3>
          <mr-icon [name]="icons[group.mark]" [size]="12" [label]="words[group.mark]" />
          @if (group.kind === 'step') {
            <button type="button" class="mr-truncate" (click)="chosen.emit(group.id)">{{ group.title }}</button>
          } @else {
            <span class="mr-truncate">{{ group.title }}</span>
          }
        </h3>
        @for (line of group.lines; track line.path) {
          <div class="line">
            <code class="path">{{ line.path }}</code>
            @if (line.before !== undefined) {
              <pre class="before"><span class="mr-visually-hidden">Before: </span>{{ line.before }}</pre>
            }
            @if (line.after !== undefined) {
              <pre class="after"><span class="mr-visually-hidden">After: </span>{{ line.after }}</pre>
            }
          </div>
        }
      </section>
    } @empty {
      <mr-empty compact icon="equal" heading="Nothing changed" text="Moved steps do not count." />
    }
  `,
  styleUrl: './diff-list.scss',
  host: { role: 'region', 'aria-label': 'Changes', tabindex: '0' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DiffList {
  readonly groups = input.required<readonly ChangeGroup[]>();
  /** A step was chosen: show it. */
  readonly chosen = output<string>();
  protected readonly icons = ICONS;
  protected readonly words = WORDS;
}
