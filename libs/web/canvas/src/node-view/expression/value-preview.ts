import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Json } from '@millrace/workflow-model';
import { Chip, Icon, Tooltip } from '@millrace/web-ui';
import type { NodeForm } from '../form/node-form';
import { inOneLine, typeWord } from '../model/value-summary';

/** What a template or expression gives with what is known just now: "= pi_3Nx…". */
@Component({
  selector: 'mr-value-preview',
  imports: [Chip, Icon, Tooltip],
  template: `
    @let found = preview();
    @switch (found.kind) {
      @case ('value') {
        <span class="sign" aria-hidden="true">=</span>
        <output class="value mr-mono" [mrTooltip]="inOneLine(found.value, 600)">{{ inOneLine(found.value) }}</output>
        <span class="type">{{ typeWord(found.value) }}</span>
        @if (found.isSample) {
          <mr-chip mrTooltip="Nothing has run yet: this is made up from the schema of what comes before."
            >sample data</mr-chip
          >
        }
      }
      @case ('error') {
        <mr-icon name="circle-alert" [size]="12" />
        <output class="error">{{ found.message }}</output>
      }
      @case ('unknown') {
        <output class="unknown">{{ found.reason }}</output>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 6px;
      align-items: center;
      min-width: 0;
      min-height: 20px;
      margin-top: 4px;
      color: var(--text-3);
      font-size: var(--size-12);
    }

    .sign {
      color: var(--text-3);
      font-family: var(--font-mono);
    }

    .value {
      overflow: hidden;
      color: var(--text-2);
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .type {
      flex: none;
    }

    mr-chip,
    mr-icon {
      flex: none;
    }

    :host:has(.error) {
      align-items: flex-start;
      color: var(--stale-text);
    }

    mr-icon {
      margin-top: 3px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ValuePreview {
  readonly form = input.required<NodeForm>();
  readonly value = input.required<Json>();
  protected readonly preview = computed(() => this.form().preview(this.value()));
  protected readonly inOneLine = inOneLine;
  protected readonly typeWord = typeWord;
}
