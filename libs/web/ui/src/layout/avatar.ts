import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** Who: the initials of a name. */
@Component({
  selector: 'mr-avatar',
  template: '<span aria-hidden="true">{{ initials() }}</span>',
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      align-items: center;
      justify-content: center;
      border-radius: 50%;
      background: var(--surface-3);
      color: var(--text-1);
      font-weight: 600;
      line-height: 1;
      letter-spacing: 0.01em;
      user-select: none;
    }
  `,
  host: {
    role: 'img',
    '[attr.aria-label]': 'name()',
    '[attr.title]': 'name()',
    '[style.width.px]': 'size()',
    '[style.height.px]': 'size()',
    '[style.font-size.px]': 'size() * 0.4',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Avatar {
  readonly name = input.required<string>();
  /** In px. */
  readonly size = input(24);
  protected readonly initials = computed(() => initialsOf(this.name()));
}

/** One or two letters for a name or a mail address. */
export function initialsOf(name: string): string {
  const words =
    name
      .split('@')[0]
      ?.split(/[\s._-]+/)
      .filter(Boolean) ?? [];
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
