import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  resource,
} from '@angular/core';
import { Clock, formatNumber } from '@millrace/web-ui';
import { ApiRuns } from '../shared/api-runs';

/** The server counts no further. */
const MOST = 10_000;

/** How many runs began today, and how many of those failed. */
@Component({
  selector: 'mr-runs-today',
  template: `
    @if (figures(); as one) {
      <span>{{ one.all }} today</span>
      @if (one.hasFailed) {
        <button
          type="button"
          [attr.aria-label]="one.failed + ' failed: show these runs of today'"
          (click)="failedChosen.emit(day())"
        >
          {{ one.failed }} failed
        </button>
      }
    }
  `,
  styleUrl: './runs-today.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunsToday {
  readonly workflowId = input<string>();
  /** Changes when something happened that the figures do not hold yet. */
  readonly news = input('');
  /** The day, `2026-11-20`, whose failed runs are asked for. */
  readonly failedChosen = output<string>();
  private readonly runs = inject(ApiRuns);
  /** The figures are read anew every half minute while the page is looked at. */
  private readonly turn = inject(Clock).minutes;
  protected readonly day = computed(() => dayOf(this.turn()));
  private readonly found = resource({
    params: () => ({ day: this.day(), workflowId: this.workflowId(), turn: this.turn(), news: this.news() }),
    loader: ({ params }) => this.runs.since(new Date(`${params.day}T00:00:00`).getTime(), params.workflowId),
  });
  /** Stays while it is read anew; nothing when it cannot be read, since the list tells that. */
  protected readonly figures = linkedSignal<Figures | undefined, Figures | undefined>({
    source: () => (this.found.hasValue() ? figuresOf(this.found.value()) : undefined),
    computation: (figures, before) => figures ?? before?.value,
  });
}

interface Figures {
  readonly all: string;
  readonly failed: string;
  readonly hasFailed: boolean;
}

function figuresOf({ all, failed }: { readonly all: number; readonly failed: number }): Figures {
  return { all: words(all), failed: words(failed), hasFailed: failed > 0 };
}

function words(count: number): string {
  return count > MOST ? `${formatNumber(MOST)}+` : formatNumber(count);
}

/** The local day of an instant. */
export function dayOf(ms: number): string {
  const at = new Date(ms);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
