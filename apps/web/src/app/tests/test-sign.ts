import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '@millrace/web-ui/base';
import type { TestStanding } from './test-suite';
import { STANDING_LOOKS } from './test-words';

/** How a test stands, as an icon with a word, or with the word beside it. */
@Component({
  selector: 'mr-test-sign',
  imports: [Icon],
  template: `
    <mr-icon [name]="look().icon" [size]="16" [label]="withWord() ? undefined : look().word" />
    @if (withWord()) {
      <span>{{ look().word }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      align-items: center;
      gap: 6px;
      color: var(--tone);
      font-weight: 500;
    }

    :host(.running) mr-icon {
      animation: turn 1s linear infinite;
    }

    @keyframes turn {
      to {
        transform: rotate(360deg);
      }
    }

    @media (prefers-reduced-motion: reduce) {
      :host(.running) mr-icon {
        animation: none;
      }
    }
  `,
  host: { '[class]': 'standing()', '[style.--tone]': "'var(--' + look().tone + '-text)'" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TestSign {
  readonly standing = input.required<TestStanding>();
  readonly withWord = input(false);
  protected readonly look = computed(() => STANDING_LOOKS[this.standing()]);
}
