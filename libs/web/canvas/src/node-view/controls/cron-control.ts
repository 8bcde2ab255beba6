import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { IconButton, Input, type MenuEntry, MenuTrigger } from '@millrace/web-ui';
import { ParamControl } from '../form/param-control';
import { NextRuns } from '../panes/next-runs';
import { CRON_CHOICES, cronWords } from '../model/cron-words';
import { textOf } from '../model/value-mode';

/** A cron expression, what it says in words, and when it would fire next. */
@Component({
  selector: 'mr-cron-control',
  imports: [IconButton, Input, MenuTrigger, NextRuns],
  template: `
    <div class="line">
      <input
        mrInput
        mono
        type="text"
        autocomplete="off"
        spellcheck="false"
        [value]="text()"
        [placeholder]="fallback()"
        [readonly]="form().isReadonly()"
        (input)="take($event)"
      />
      <button
        mr-icon-button
        type="button"
        icon="calendar-clock"
        variant="secondary"
        label="Common schedules"
        mrMenuPlace="below-end"
        [mrMenu]="choices"
        [disabled]="form().isReadonly()"
      ></button>
    </div>
    @if (words(); as sentence) {
      <p class="words" aria-live="polite">{{ sentence }}</p>
    }
    <mr-next-runs [form]="form()" />
  `,
  styles: `
    .line {
      display: flex;
      gap: 6px;
    }

    .words {
      margin: 6px 0 10px;
      font-weight: 500;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CronControl extends ParamControl {
  protected readonly text = computed(() => textOf(this.value()));
  protected readonly fallback = computed(() => textOf(this.field().defaultValue) || (this.field().placeholder ?? ''));
  protected readonly words = computed(() => cronWords(this.text() || this.fallback()));
  protected readonly choices = (): readonly MenuEntry[] =>
    CRON_CHOICES.map(({ label, cron }) => ({ label, hint: cron, run: () => this.set(cron) }));

  protected take(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.set(text.trim() === '' ? undefined : text);
  }
}
