import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, formatCount, formatNumber, Icon, IconButton } from '@millrace/web-ui';
import type { BulkAll, BulkReport } from './bulk-all';

/** Ids of refused runs that are shown for each reason. */
const SHOWN = 20;

/** How far something done to many runs has come, and what came of it. */
@Component({
  selector: 'mr-bulk-report',
  imports: [Button, Icon, IconButton, RouterLink],
  template: `
    @let told = report();
    <div class="head">
      <mr-icon
        [name]="told.isRunning ? 'loader-circle' : hasTrouble() ? 'triangle-alert' : 'circle-check'"
        [size]="16"
      />
      <strong data-testid="bulk-words">{{ words() }}</strong>
      <span class="space"></span>
      @if (told.isRunning) {
        <button mr-button type="button" size="s" icon="circle-stop" (click)="job().stop()">Stop</button>
      } @else {
        <button mr-icon-button type="button" size="s" icon="x" label="Dismiss" (click)="job().dismiss()"></button>
      }
    </div>
    @if (told.isRunning && share() !== undefined) {
      <div
        class="progress"
        role="progressbar"
        aria-label="Progress"
        aria-valuemin="0"
        aria-valuemax="100"
        [attr.aria-valuenow]="share()"
      >
        <span [style.width.%]="share()"></span>
      </div>
    }
    @if (told.broken; as message) {
      <p class="broken">It ended early: {{ message }}</p>
    }
    @for (reason of reasons(); track reason.message) {
      <details>
        <summary>{{ count(reason.ids.length) }} not: {{ reason.message }}</summary>
        <p class="ids mr-mono">
          @for (id of reason.ids.slice(0, most); track id) {
            <a [routerLink]="['/runs', id]">…{{ id.slice(-8) }}</a>
          }
          @if (reason.ids.length > most) {
            <span>and {{ number(reason.ids.length - most) }} more</span>
          }
        </p>
      </details>
    }
  `,
  styleUrl: './bulk-report.scss',
  host: { role: 'status', 'data-testid': 'bulk-report' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BulkReportView {
  readonly job = input.required<BulkAll>();
  readonly report = input.required<BulkReport>();
  protected readonly most = SHOWN;
  protected readonly number = formatNumber;
  /** What the server refused first. */
  protected readonly reasons = computed(() => [...this.report().refused, ...this.report().passed]);
  protected readonly hasTrouble = computed(
    () => this.report().refused.length > 0 || this.report().broken !== undefined,
  );
  protected readonly share = computed(() => {
    const { total, seen } = this.report();
    return total ? Math.min(100, Math.round((seen / total) * 100)) : undefined;
  });
  protected readonly words = computed(() => {
    const { isRunning, done, changed, total, seen } = this.report();
    if (isRunning)
      return `${formatNumber(seen)}${total ? ` of ${formatNumber(total)}` : ''} looked at, ${changed} ${done}…`;
    const not = this.reasons().reduce((sum, { ids }) => sum + ids.length, 0);
    return `${formatCount(changed, 'run')} ${done}${not > 0 ? `, ${formatNumber(not)} not` : ''}`;
  });

  protected count(ids: number): string {
    return formatCount(ids, 'run');
  }
}
