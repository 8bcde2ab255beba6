import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { CodeEditor } from '@millrace/web-ui';
import { ParamControl } from '../form/param-control';
import { textOf } from '../model/value-mode';
import { readJson, writeJson } from '../model/json-text';

/** Code with line numbers. JSON stays a value where the schema lets it be one. */
@Component({
  selector: 'mr-code-control',
  imports: [CodeEditor],
  template: `
    <mr-code-editor
      [language]="language()"
      [lineNumbers]="true"
      [minLines]="field().rows ?? 6"
      [maxLines]="28"
      [value]="text()"
      [placeholder]="field().placeholder ?? ''"
      [readonly]="form().isReadonly()"
      (valueChange)="take($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CodeControl extends ParamControl {
  #written: string | undefined;
  protected readonly language = computed(() => this.field().language ?? 'javascript');
  protected readonly text = computed(() => {
    const value = this.value();
    if (this.language() !== 'json' || typeof value === 'string') return textOf(value);
    const own = this.#written === undefined ? undefined : readJson(this.#written);
    const isOwn = own?.ok === true && JSON.stringify(own.value) === JSON.stringify(value);
    return isOwn ? (this.#written ?? '') : writeJson(value);
  });

  protected take(text: string): void {
    this.#written = text;
    if (text === '') return this.set(undefined);
    const json = this.language() === 'json' ? readJson(text) : undefined;
    // Text that is not JSON yet is kept as text: nothing that was typed is lost.
    this.set(json?.ok === true ? json.value : text);
  }
}
