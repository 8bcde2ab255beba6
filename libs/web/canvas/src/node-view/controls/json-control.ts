import { ChangeDetectionStrategy, Component, computed, linkedSignal, signal } from '@angular/core';
import type { Json } from '@millrace/workflow-model';
import { CodeEditor, type CodeDiagnostic } from '@millrace/web-ui';
import { completeWith } from '../expression/assist';
import { ParamControl } from '../form/param-control';
import { readJson, writeJson } from '../model/json-text';

/** JSON with line numbers; its texts may hold templates. Written to the param whenever it can be read. */
@Component({
  selector: 'mr-json-control',
  imports: [CodeEditor],
  template: `
    <mr-code-editor
      language="json"
      [lineNumbers]="lines() > 1"
      [minLines]="field().rows ?? 3"
      [maxLines]="24"
      [value]="text()"
      [placeholder]="placeholder()"
      [readonly]="form().isReadonly()"
      [invalid]="flaw() !== undefined"
      [complete]="complete()"
      [diagnose]="diagnose"
      (valueChange)="take($event)"
    />
    @if (flaw(); as text) {
      <p class="flaw" role="status">Not JSON yet: {{ text }}. The last version that was is kept.</p>
    }
  `,
  styles: `
    .flaw {
      margin-top: 4px;
      color: var(--failed-text);
      font-size: var(--size-12);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JsonControl extends ParamControl {
  protected readonly text = linkedSignal<Json | undefined, string>({
    source: () => this.value(),
    computation: (value, before) =>
      before !== undefined && says(before.value, value) ? before.value : writeJson(value),
  });
  protected readonly flaw = signal<string | undefined>(undefined);
  protected readonly lines = computed(() => this.text().split('\n').length);
  protected readonly placeholder = computed(
    () => writeJson(this.field().defaultValue) || (this.field().placeholder ?? ''),
  );
  protected readonly complete = computed(() => completeWith(this.form(), 'template'));
  protected readonly diagnose = (text: string): readonly CodeDiagnostic[] => {
    const read = readJson(text);
    if (read.ok) return [];
    return [{ from: Math.max(0, read.offset - 1), to: read.offset + 1, severity: 'error', message: read.message }];
  };

  protected take(text: string): void {
    this.text.set(text);
    const read = readJson(text);
    this.flaw.set(read.ok ? undefined : read.message);
    if (read.ok) this.set(read.value);
  }
}

function says(text: string, value: Json | undefined): boolean {
  const read = readJson(text);
  return !read.ok || JSON.stringify(read.value) === JSON.stringify(value);
}
