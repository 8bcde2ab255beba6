import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Json } from '@millrace/workflow-model';
import { lineOf, valueLines } from '../model/value-lines';

/** Data that somebody has to read before they decide: names and values of an object, small tables, JSON for the rest. */
@Component({
  selector: 'mr-value-list',
  imports: [NgTemplateOutlet],
  template: `
    @if (lines(); as lines) {
      <dl>
        @for (line of lines; track line.name) {
          <dt>{{ line.name }}</dt>
          <dd><ng-container [ngTemplateOutlet]="part" [ngTemplateOutletContext]="{ $implicit: line }" /></dd>
        }
      </dl>
    } @else {
      <ng-container [ngTemplateOutlet]="part" [ngTemplateOutletContext]="{ $implicit: whole() }" />
    }
    <ng-template #part let-line>
      @switch (line.kind) {
        @case ('text') {
          {{ line.text }}
        }
        @case ('table') {
          <div class="scroll">
            <table>
              <thead>
                <tr>
                  @for (column of line.columns; track column) {
                    <th scope="col">{{ column }}</th>
                  }
                </tr>
              </thead>
              <tbody>
                @for (row of line.rows; track $index) {
                  <tr>
                    @for (cell of row; track $index) {
                      <td>{{ cell }}</td>
                    }
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
        @case ('json') {
          <pre class="mr-mono" tabindex="0">{{ line.text }}</pre>
        }
      }
    </ng-template>
  `,
  styleUrl: './value-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ValueList {
  readonly value = input.required<Json>();
  protected readonly lines = computed(() => valueLines(this.value()));
  protected readonly whole = computed(() => lineOf('', this.value()));
}
