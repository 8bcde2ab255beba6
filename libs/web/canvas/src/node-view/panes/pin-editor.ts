import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { Json } from '@millrace/workflow-model';
import { Button, CodeEditor, DIALOG_DATA, DialogFrame, DialogRef } from '@millrace/web-ui';
import { readJson, writeJson } from '../model/json-text';

/** What a {@link PinEditor} is given. */
export interface PinEditorData {
  /** Of the node. */
  readonly name: string;
  readonly value?: Json;
  /** Only the run that is held gets it, and keeps it in its log; nothing is pinned. */
  readonly inRun?: boolean;
}

/** Writes the output of a node by hand. Closes with `{ value }`. */
@Component({
  selector: 'mr-pin-editor',
  imports: [Button, CodeEditor, DialogFrame],
  template: `
    <mr-dialog
      [heading]="'Output of ' + data.name"
      [text]="
        data.inRun
          ? 'Only this run: everything that comes after it gets this. The log says that it was edited.'
          : 'It is pinned: runs by hand use it instead of running the node.'
      "
    >
      <mr-code-editor
        language="json"
        label="Output"
        [minLines]="12"
        [maxLines]="22"
        [invalid]="!read().ok"
        [(value)]="text"
      />
      @if (flaw(); as words) {
        <p class="flaw" role="status">{{ words }}</p>
      }
      <div mrDialogActions>
        <button mr-button type="button" (click)="ref.close()">Cancel</button>
        <button
          mr-button
          type="button"
          variant="primary"
          [icon]="data.inRun ? 'pencil' : 'pin'"
          [disabled]="!read().ok || isEmpty()"
          (click)="save()"
        >
          {{ data.inRun ? 'Edit in this run' : 'Pin output' }}
        </button>
      </div>
    </mr-dialog>
  `,
  styles: `
    [mrDialogActions] {
      display: flex;
      gap: 8px;
    }

    .flaw {
      margin-top: 6px;
      color: var(--failed-text);
      font-size: var(--size-12);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PinEditor {
  protected readonly data = inject<PinEditorData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<{ readonly value: Json }>>(DialogRef);
  protected readonly text = signal(writeJson(this.data.value ?? {}));
  protected readonly read = computed(() => readJson(this.text()));
  protected readonly isEmpty = computed(() => this.text().trim() === '');
  protected readonly flaw = computed(() => {
    const read = this.read();
    return read.ok ? undefined : `Not JSON yet: ${read.message}.`;
  });

  protected save(): void {
    const read = this.read();
    if (read.ok && read.value !== undefined) this.ref.close({ value: read.value });
  }
}
