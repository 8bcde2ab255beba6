import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { keySigns, keyWords } from './combination';

/** Shows a shortcut as this platform prints it: ⌘K, Ctrl K. */
@Component({
  selector: 'mr-keys',
  template: `
    <span class="mr-visually-hidden">{{ words() }}</span>
    @for (sign of signs(); track $index) {
      <kbd aria-hidden="true">{{ sign }}</kbd>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      gap: 2px;
    }

    kbd {
      min-width: var(--key-width, 18px);
      padding: 0 var(--key-space, 4px);
      border: 1px solid var(--key-border, var(--border-2));
      border-radius: var(--radius-1);
      background: var(--key-background, var(--surface-1));
      color: var(--key-text, var(--text-2));
      font: 500 11px/16px var(--font-sans);
      text-align: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Keys {
  /** For example `Mod+Shift+Z`; `Mod` is Command on Apple keyboards and Ctrl elsewhere. */
  readonly keys = input.required<string>();
  protected readonly signs = computed(() => keySigns(this.keys()));
  protected readonly words = computed(() => keyWords(this.keys()));
}
