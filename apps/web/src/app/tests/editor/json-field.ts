import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  input,
  linkedSignal,
  model,
  output,
  untracked,
} from '@angular/core';
import { CodeEditor, flawWords, jsonFlaw } from '@millrace/web-ui';
import type { Json } from '@millrace/workflow-model';

/** A value written as JSON. What is no JSON yet is kept as text and told; the value stays as it was. */
@Component({
  selector: 'mr-json-field',
  imports: [CodeEditor],
  template: `
    <mr-code-editor
      language="json"
      [label]="label()"
      [minLines]="minLines()"
      [maxLines]="18"
      [readonly]="readonly()"
      [invalid]="!!flaw()"
      [value]="text()"
      (valueChange)="write($event)"
    />
    @if (flaw(); as words) {
      <p role="status">{{ words }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    p {
      margin-top: 4px;
      color: var(--failed-text);
      font-size: var(--size-12);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JsonField {
  readonly label = input.required<string>();
  readonly value = model<Json>(null);
  readonly minLines = input(3);
  readonly readonly = input(false);
  /** Why what is written is no JSON; undefined when it is. */
  readonly flawed = output<string | undefined>();
  /** What was written here last: as long as the value is what it means, the text stays as it was typed. */
  #written: { readonly text: string; readonly value: Json } | undefined;
  protected readonly text = linkedSignal(() => {
    const value = this.value();
    return this.#written?.value === value ? this.#written.text : JSON.stringify(value, null, 2);
  });
  protected readonly flaw = computed(() => {
    const read = readJson(this.text());
    return 'error' in read ? `${this.label()}: ${read.error}` : undefined;
  });

  constructor() {
    effect(() => {
      const flaw = this.flaw();
      untracked(() => this.flawed.emit(flaw));
    });
  }

  protected write(text: string): void {
    if (text === this.text()) return;
    const read = readJson(text);
    if (!('error' in read)) {
      this.#written = { text, value: read.value };
      this.value.set(read.value);
    }
    this.text.set(text);
  }
}

function readJson(text: string): { readonly value: Json } | { readonly error: string } {
  const flaw = jsonFlaw(text);
  if (flaw === undefined) return { value: JSON.parse(text) as Json };
  return { error: text.trim() === '' ? 'write JSON, such as {} or null.' : `not JSON yet. ${flawWords(flaw)}.` };
}
