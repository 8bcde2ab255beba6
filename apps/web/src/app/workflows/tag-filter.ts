import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { Button, ChipButton, MenuTrigger, type MenuEntry } from '@millrace/web-ui';

/** A tag, and how many workflows carry it. */
export interface CountedTag {
  readonly tag: string;
  readonly workflowCount: number;
}

const MOST_SHOWN = 8;

/** The tags of the workspace as chips that filter; rare ones in a menu. */
@Component({
  selector: 'mr-tag-filter',
  imports: [Button, ChipButton, MenuTrigger],
  template: `
    @for (one of shown(); track one.tag) {
      <button
        mr-chip
        type="button"
        icon="tag"
        [count]="one.workflowCount"
        [pressed]="chosen().includes(one.tag)"
        (click)="toggled.emit(one.tag)"
      >
        {{ one.tag }}
      </button>
    }
    @if (rest().length > 0) {
      <button mr-button type="button" size="s" variant="ghost" trailingIcon="chevron-down" [mrMenu]="menu">
        {{ rest().length }} more
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
  `,
  host: { role: 'group', 'aria-label': 'Tags' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TagFilter {
  readonly tags = input.required<readonly CountedTag[]>();
  readonly chosen = input.required<readonly string[]>();
  readonly toggled = output<string>();
  /** The most used ones, and every one that filters, known or not. */
  protected readonly shown = computed<readonly CountedTag[]>(() => {
    const tags = this.tags();
    const unknown = this.chosen().filter((tag) => !tags.some((one) => one.tag === tag));
    return [
      ...tags.filter(({ tag }, index) => index < MOST_SHOWN || this.chosen().includes(tag)),
      ...unknown.map((tag) => ({ tag, workflowCount: 0 })),
    ];
  });
  protected readonly rest = computed(() => this.tags().filter((one) => !this.shown().includes(one)));
  protected readonly menu = (): readonly MenuEntry[] =>
    this.rest().map(({ tag, workflowCount }) => ({
      label: tag,
      icon: 'tag',
      hint: String(workflowCount),
      run: () => this.toggled.emit(tag),
    }));
}
