import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, model, output } from '@angular/core';
import {
  Button,
  CodeEditor,
  flawWords,
  jsonFlaw,
  Segmented,
  Skeleton,
  type CodeDiagnostic,
  type JsonFlaw,
  type Option,
} from '@millrace/web-ui';
import { ValueDiff } from './value-diff';

type Side = 'edit' | 'changes';

/** What a step is given, to be edited as JSON and compared with what it was. */
@Component({
  selector: 'mr-fork-input',
  imports: [Button, CodeEditor, Segmented, Skeleton, ValueDiff],
  template: `
    <div class="line">
      <h3>Input</h3>
      @if (isEdited()) {
        <button mr-button type="button" variant="ghost" size="s" icon="rotate-ccw" (click)="restored.emit()">
          As it was
        </button>
      }
    </div>
    @if (options().length > 1) {
      <mr-segmented size="s" label="Input from" [options]="options()" [(value)]="chosen" />
    }
    <p class="mr-muted">
      {{ options().length > 1 ? '' : options()[0]?.label + '. ' }}
      {{ isItem() ? 'Only this turn sees a change.' : 'Only the step that is forked from sees a change.' }}
    </p>
    @if (isLoading()) {
      <mr-skeleton [lines]="5" />
    } @else {
      <div class="line">
        <mr-segmented size="s" label="Show the input" [options]="sides()" [(value)]="side" />
        @if (side() === 'edit' && formatted() !== undefined && formatted() !== text()) {
          <button
            mr-button
            type="button"
            variant="ghost"
            size="s"
            icon="align-left"
            (click)="edited.emit(formatted()!)"
          >
            Format
          </button>
        }
      </div>
      @if (side() === 'edit') {
        <mr-code-editor
          data-testid="fork-input"
          language="json"
          label="Input as JSON"
          [minLines]="9"
          [maxLines]="18"
          [invalid]="flaw() !== undefined"
          [diagnose]="diagnose"
          [value]="text()"
          (valueChange)="edited.emit($event)"
        />
      } @else {
        <mr-value-diff
          data-testid="fork-changes"
          label="Changes of the input"
          [before]="before()"
          [after]="formatted() ?? text()"
        />
      }
      @if (flaw(); as one) {
        <p class="flaw" role="alert">Not JSON yet. {{ words(one) }}.</p>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 8px;
      min-width: 0;
    }

    .line {
      display: flex;
      align-items: center;
      justify-content: space-between;
      min-height: 28px;
    }

    h3 {
      font-size: var(--size-13);
    }

    mr-value-diff {
      min-height: 190px;
      max-height: 370px;
    }

    .flaw {
      color: var(--failed-text);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForkInput {
  /** Who gave it, one or several. */
  readonly options = input.required<readonly Option<string>[]>();
  /** Whether it is what a turn of a loop is about. */
  readonly isItem = input(false);
  readonly chosen = model.required<string>();
  readonly isLoading = input(false);
  /** As it was. */
  readonly before = input.required<string>();
  readonly text = input.required<string>();
  readonly isEdited = input.required<boolean>();
  readonly flaw = input<JsonFlaw>();
  protected readonly words = flawWords;
  readonly edited = output<string>();
  readonly restored = output<void>();
  protected readonly side = linkedSignal<boolean, Side>({
    source: () => this.isEdited(),
    computation: (isEdited, before) => (isEdited ? (before?.value ?? 'edit') : 'edit'),
  });
  protected readonly sides = computed<readonly Option<Side>[]>(() => [
    { value: 'edit', label: 'Edit' },
    { value: 'changes', label: 'Changes', disabled: !this.isEdited() },
  ]);
  /** Undefined for what is no JSON. */
  protected readonly formatted = computed(() =>
    this.flaw() === undefined && this.text() !== '' ? JSON.stringify(JSON.parse(this.text()), null, 2) : undefined,
  );
  protected readonly diagnose = (text: string): readonly CodeDiagnostic[] => {
    const flaw = jsonFlaw(text);
    if (flaw === undefined) return [];
    const { offset, expected } = flaw;
    return [
      {
        from: Math.max(0, Math.min(offset, text.length - 1)),
        to: Math.min(offset + 1, text.length),
        severity: 'error',
        message: `Expected ${expected} here`,
      },
    ];
  };
}
