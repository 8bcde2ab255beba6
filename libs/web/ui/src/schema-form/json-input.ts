import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { CodeEditor } from '../code/code-editor';
import { Field } from '../fields/field';
import { flawWords, jsonFlaw } from '../format/json-flaw';

/** A value as JSON. Tells it as soon as it is JSON again, and what is wrong until then. */
@Component({
  selector: 'mr-json-input',
  imports: [CodeEditor, Field],
  template: `
    <mr-field
      [label]="label()"
      [help]="help() ?? null"
      [error]="flaw()"
      [required]="required()"
      [hideLabel]="hideLabel()"
    >
      <mr-code-editor
        language="json"
        [label]="label()"
        [minLines]="minLines()"
        [maxLines]="16"
        [readonly]="readonly()"
        [value]="text()"
        (valueChange)="take($event)"
      />
    </mr-field>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JsonInput {
  readonly label = input.required<string>();
  readonly help = input<string>();
  readonly required = input(false);
  readonly hideLabel = input(false);
  readonly readonly = input(false);
  readonly minLines = input(2);
  readonly value = input.required<unknown>();
  readonly valueChange = output<unknown>();
  /** Null as soon as it is JSON. */
  readonly flawChange = output<string | null>();
  /** What was typed, until another value comes from outside. */
  protected readonly text = linkedSignal<unknown, string>({
    source: () => this.value(),
    computation: (value, before) => {
      const isOwn = before !== undefined && sameValue(before.value, value);
      return isOwn ? before.value : textOf(value);
    },
  });
  protected readonly flaw = computed(() => flawOf(this.text()));

  protected take(text: string): void {
    this.text.set(text);
    const flaw = flawOf(text);
    this.flawChange.emit(flaw);
    if (flaw === null) this.valueChange.emit(text.trim() === '' ? undefined : (JSON.parse(text) as unknown));
  }
}

function textOf(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value, null, 2);
}

/** Whether a text says this value, written in whatever way. */
function sameValue(text: string, value: unknown): boolean {
  if (flawOf(text) !== null) return false;
  if (text.trim() === '') return value === undefined;
  return JSON.stringify(JSON.parse(text)) === JSON.stringify(value);
}

function flawOf(text: string): string | null {
  const flaw = text.trim() === '' ? undefined : jsonFlaw(text);
  return flaw === undefined ? null : `This is no JSON yet. ${flawWords(flaw)}.`;
}
