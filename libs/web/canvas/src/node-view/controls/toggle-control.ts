import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Toggle } from '@millrace/web-ui';
import { ParamControl } from '../form/param-control';

/** On or off, with its label beside it. */
@Component({
  selector: 'mr-toggle-control',
  imports: [Toggle],
  template: `
    <mr-toggle [checked]="effective() === true" [disabled]="form().isReadonly()" (checkedChange)="set($event)">
      <span class="title">{{ field().title }}</span>
      @if (field().help; as text) {
        <span class="help">{{ text }}</span>
      }
    </mr-toggle>
  `,
  styles: `
    .title {
      display: block;
      font-weight: 500;
    }

    .help {
      display: block;
      color: var(--text-3);
      font-size: var(--size-12);
      line-height: 1.45;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ToggleControl extends ParamControl {}
