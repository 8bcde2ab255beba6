import { booleanAttribute, ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The sign of the product: water that runs over a wheel; with `named` also its name. */
@Component({
  selector: 'mr-logo',
  template: `
    <svg [attr.width]="size()" [attr.height]="size()" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" class="tile" />
      <path d="M6.5 11.5c3.2 0 3.2 3 6.3 3s3.2-3 6.4-3 3.2 3 6.3 3" />
      <path class="under" d="M6.5 18.5c3.2 0 3.2 3 6.3 3s3.2-3 6.4-3 3.2 3 6.3 3" />
    </svg>
    @if (named()) {
      <span>Millrace</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 9px;
      font-weight: 600;
      font-size: var(--size-14);
      letter-spacing: -0.015em;
    }

    .tile {
      fill: var(--surface-inverse);
    }

    path {
      fill: none;
      stroke: var(--text-inverse);
      stroke-width: 2.5;
      stroke-linecap: round;
    }

    .under {
      opacity: 0.55;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Logo {
  /** In px. */
  readonly size = input(24);
  readonly named = input(false, { transform: booleanAttribute });
}
