import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { Combobox, type Option } from '@millrace/web-ui';
import { ParamControl } from '../form/param-control';

/** A time zone, found by typing; the workflow's own when empty. */
@Component({
  selector: 'mr-timezone-control',
  imports: [Combobox],
  template: `
    <mr-combobox
      [options]="options"
      [value]="chosen()"
      [placeholder]="placeholder()"
      [disabled]="form().isReadonly()"
      (valueChange)="set($event ?? undefined)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimezoneControl extends ParamControl {
  protected readonly options = timezones();
  protected readonly chosen = computed(() => {
    const value = this.value();
    return typeof value === 'string' ? value : null;
  });
  protected readonly placeholder = computed(() => `${this.form().session.document().settings.timezone} (workflow)`);
}

let known: readonly Option[] | undefined;

/** Every zone that the browser knows. */
export function timezones(): readonly Option[] {
  return (known ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((zone) => ({
    value: zone,
    label: zone,
    keywords: zone.split(/[/_]/),
  })));
}
