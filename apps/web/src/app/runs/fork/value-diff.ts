import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { formatCount } from '@millrace/web-ui';
import { diffLines, nearChanges } from './line-diff';

/** Lines that are drawn at most. */
const MOST = 600;
const SIGNS = { same: '', gone: '−', new: '+' } as const;
const WORDS = { same: '', gone: 'Removed: ', new: 'Added: ' } as const;

/** What of a text is another one now, line by line. */
@Component({
  selector: 'mr-value-diff',
  template: `
    @for (line of shown(); track $index) {
      @if (line.kind === 'gap') {
        <p class="gap">{{ gap(line.lines) }}</p>
      } @else {
        <p [class]="line.kind">
          <span class="number" aria-hidden="true">{{ line.before ?? '' }}</span>
          <span class="number" aria-hidden="true">{{ line.after ?? '' }}</span>
          <span class="sign" aria-hidden="true">{{ signs[line.kind] }}</span>
          <span class="text"
            ><span class="mr-visually-hidden">{{ words[line.kind] }}</span
            >{{ line.text }}</span
          >
        </p>
      }
    }
    @if (isCut()) {
      <p class="gap">… more than is shown here</p>
    }
  `,
  styles: `
    :host {
      display: block;
      overflow: auto;
      border: 1px solid var(--border-control);
      border-radius: var(--radius-control);
      background: var(--surface-1);
      font: var(--size-12) / 20px var(--font-mono);

      &:focus-visible {
        outline: 2px solid var(--focus);
        outline-offset: 1px;
      }
    }

    p {
      display: grid;
      grid-template-columns: 28px 28px 16px minmax(0, 1fr);
      font: inherit;
    }

    .gap {
      display: block;
      padding: 2px 8px;
      background: var(--surface-2);
      color: var(--text-3);
      text-align: center;
    }

    .number {
      padding-inline-end: 6px;
      color: var(--text-3);
      text-align: end;
      user-select: none;
    }

    .sign {
      text-align: center;
      user-select: none;
    }

    .text {
      padding-inline-end: 8px;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }

    .gone {
      background: var(--failed-soft);
      color: var(--failed-text);
    }

    .new {
      background: var(--completed-soft);
      color: var(--completed-text);
    }
  `,
  host: { role: 'group', tabindex: '0', '[attr.aria-label]': 'label()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ValueDiff {
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  readonly label = input('Changes');
  protected readonly signs = SIGNS;
  protected readonly words = WORDS;
  private readonly lines = computed(() => nearChanges(diffLines(this.before(), this.after())));
  protected readonly shown = computed(() => this.lines().slice(0, MOST));
  protected readonly isCut = computed(() => this.lines().length > MOST);

  protected gap(lines: number): string {
    return `${formatCount(lines, 'line')} the same`;
  }
}
