import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { ChipButton } from '@millrace/web-ui';
import { ParamControl } from '../form/param-control';
import type { ParamOption } from '../model/param-field';

/** Any of a few, side by side. */
@Component({
  selector: 'mr-multi-select-control',
  imports: [ChipButton],
  template: `
    <div class="chips" role="group" [attr.aria-label]="field().title">
      @for (option of field().options; track option.value) {
        <button
          mr-chip
          type="button"
          [pressed]="isChosen(option)"
          [icon]="isChosen(option) ? 'check' : undefined"
          [disabled]="form().isReadonly()"
          (click)="toggle(option)"
        >
          {{ option.label }}
        </button>
      }
    </div>
  `,
  styles: `
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MultiSelectControl extends ParamControl {
  readonly #chosen = computed(() => {
    const value = this.effective();
    return Array.isArray(value) ? value : [];
  });

  protected isChosen({ value }: ParamOption): boolean {
    return this.#chosen().includes(value);
  }

  protected toggle({ value }: ParamOption): void {
    const chosen = this.#chosen();
    const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
    this.set(this.field().options.flatMap((option) => (next.includes(option.value) ? [option.value] : [])));
  }
}
