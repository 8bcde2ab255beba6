import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Tooltip } from '../tooltip/tooltip';
import { Clock } from './clock';
import { formatDuration, formatExact, formatRelative, msOf, type Moment } from './format';

const HOUR_MS = 3_600_000;

/** When something was, as seen from now; the exact time on hover. */
@Component({
  selector: 'mr-time',
  imports: [Tooltip],
  template: '<time [attr.datetime]="iso()" [mrTooltip]="exact()">{{ text() }}</time>',
  styles: `
    :host {
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RelativeTime {
  readonly at = input.required<Moment>();
  readonly #clock = inject(Clock);
  readonly #ms = computed(() => msOf(this.at()));
  protected readonly iso = computed(() => new Date(this.#ms()).toISOString());
  protected readonly exact = computed(() => formatExact(this.#ms()));
  protected readonly text = computed(() => {
    const isRecent = Math.abs(this.#clock.minutes() - this.#ms()) < HOUR_MS;
    return formatRelative(this.#ms(), isRecent ? this.#clock.seconds() : this.#clock.minutes());
  });
}

/** How long something took; counts on while it has no end. */
@Component({
  selector: 'mr-duration',
  template: '{{ text() }}',
  styles: `
    :host {
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Duration {
  /** Instead of `from` and `to`. */
  readonly ms = input<number | null>();
  readonly from = input<Moment | null>();
  readonly to = input<Moment | null>();
  readonly #clock = inject(Clock);
  protected readonly text = computed(() => {
    const ms = this.ms();
    if (ms !== null && ms !== undefined) return formatDuration(ms);
    const from = this.from();
    if (from === null || from === undefined) return '–';
    const to = this.to();
    if (to !== null && to !== undefined) return formatDuration(msOf(to) - msOf(from));
    const elapsed = this.#clock.seconds() - msOf(from);
    return formatDuration(Math.floor(Math.max(0, elapsed) / 1_000) * 1_000 || 0).replace(/\.0 s$/, ' s');
  });
}
