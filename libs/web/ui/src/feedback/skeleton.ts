import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

const WIDTHS = ['92%', '78%', '85%', '64%', '88%', '71%'];

/** Where content will stand while it loads. */
@Component({
  selector: 'mr-skeleton',
  template: `
    @for (bar of bars(); track $index) {
      <span [style.width]="bar" [style.height.px]="height()" [style.border-radius.px]="radius()"></span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 10px;
    }

    span {
      border-radius: var(--radius-1);
      background: linear-gradient(
        90deg,
        var(--surface-3) 25%,
        color-mix(in oklch, var(--surface-3) 55%, var(--surface-1)) 50%,
        var(--surface-3) 75%
      );
      background-size: 300% 100%;
      animation: mr-shimmer 1.6s ease-in-out infinite;
    }

    @keyframes mr-shimmer {
      from {
        background-position: 100% 0;
      }

      to {
        background-position: 0 0;
      }
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Skeleton {
  readonly lines = input(1);
  /** A CSS width; lines of text differ in width without it. */
  readonly width = input<string>();
  /** In px. */
  readonly height = input(12);
  readonly radius = input(4);
  protected readonly bars = computed(() =>
    Array.from({ length: this.lines() }, (_unused, index) => this.width() ?? WIDTHS[index % WIDTHS.length]),
  );
}
